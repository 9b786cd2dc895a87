import type { ComponentProps } from 'react';
import { cx } from './cx';
import { CONTROL } from './input';

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={cx(CONTROL, 'min-h-20 py-2 leading-relaxed', className)} {...rest} />;
}
