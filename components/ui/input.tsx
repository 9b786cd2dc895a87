import type { ComponentProps } from 'react';
import { cx } from './cx';

export const CONTROL =
  'w-full min-w-0 rounded-control border border-line-strong bg-raised px-3 text-sm transition-colors duration-150 hover:border-muted aria-invalid:border-danger disabled:opacity-60';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cx(CONTROL, 'h-9', className)} {...rest} />;
}
