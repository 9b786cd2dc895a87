import type { ReactNode } from 'react';
import { cx } from './cx';

const TONE = {
  plain: 'border-line text-muted',
  warn: 'border-transparent bg-warn-soft text-warn',
  danger: 'border-transparent bg-danger-soft text-danger',
  accent: 'border-transparent bg-accent-soft text-accent',
};

export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  tone?: keyof typeof TONE;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={cx(
        'inline-flex flex-none items-center gap-1 rounded-full border px-2 font-medium text-xs leading-5 whitespace-nowrap',
        TONE[tone],
      )}
    >
      {children}
    </span>
  );
}
