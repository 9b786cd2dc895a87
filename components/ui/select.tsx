import type { ComponentProps } from 'react';
import { cx } from './cx';
import { CONTROL } from './input';

/** The platform's own list: right on phones, with a screen reader and by keyboard. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={cx(CONTROL, 'h-9', className)} {...rest} />;
}
