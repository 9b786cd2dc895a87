'use client';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Accessible name and tooltip. */
  label: string;
  icon: LucideIcon;
  /** Shown in the tooltip. */
  shortcut?: string;
}

/** A button whose meaning is universal enough for an icon alone. */
export function IconButton({ label, icon: Icon, shortcut, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-tooltip={shortcut ? `${label} (${shortcut})` : label}
      className={cx(
        'grid size-8 flex-none place-items-center rounded-control text-muted transition-colors duration-150 hover:bg-hover hover:text-text disabled:pointer-events-none disabled:opacity-50',
        className,
      )}
    >
      <Icon className="icon" aria-hidden />
    </button>
  );
}
