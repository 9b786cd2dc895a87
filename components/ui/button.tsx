import type { ComponentProps } from 'react';
import { cx } from './cx';

const LOOK = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover forced-colors:border forced-colors:text-[ButtonText]',
  plain: 'border border-line bg-raised hover:bg-hover',
  quiet: 'text-muted hover:bg-hover hover:text-text',
  danger: 'border border-line bg-raised text-danger hover:bg-danger-soft',
};

const SIZE = { md: 'h-9 px-3.5 text-sm', sm: 'h-7 px-2.5 text-xs' };

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` at most once a screen. */
  look?: keyof typeof LOOK;
  size?: keyof typeof SIZE;
}

/** The class of a button, for links that look like one. */
export function buttonClass(look: keyof typeof LOOK = 'plain', size: keyof typeof SIZE = 'md', extra?: string): string {
  return cx(
    'inline-flex flex-none items-center justify-center gap-1.5 rounded-control font-medium whitespace-nowrap transition-colors duration-150 disabled:pointer-events-none disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-50',
    LOOK[look],
    SIZE[size],
    extra,
  );
}

export function Button({ look, size, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(look, size, className)} {...rest} />;
}
