import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

const TONE = { danger: 'bg-danger-soft', warn: 'bg-warn-soft', plain: 'bg-sunken' };
const MARK = { danger: 'text-danger', warn: 'text-warn', plain: 'text-muted' };

/** A message in place: what happened, what is kept, what to do. */
export function Notice({ tone = 'plain', children }: { tone?: keyof typeof TONE; children: ReactNode }) {
  const Icon = tone === 'plain' ? Info : CircleAlert;
  return (
    <div
      role={tone === 'danger' ? 'alert' : undefined}
      className={cx('flex gap-2.5 rounded-card px-3.5 py-2.5 text-sm forced-colors:border', TONE[tone])}
    >
      <Icon className={cx('icon mt-0.5', MARK[tone])} aria-hidden />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
