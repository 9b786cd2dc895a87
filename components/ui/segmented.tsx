'use client';
import type { ReactNode } from 'react';
import { cx } from './cx';

interface SegmentedProps<T extends string> {
  label: string;
  options: { id: T; label: ReactNode; name: string }[];
  selected: T;
  onSelect: (id: T) => void;
}

/** One choice of a few, side by side. */
export function Segmented<T extends string>({ label, options, selected, onSelect }: SegmentedProps<T>) {
  return (
    <fieldset className="flex min-w-0 gap-0.5 overflow-x-auto rounded-card border border-line bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.id}
          type="button"
          aria-label={option.name}
          aria-pressed={option.id === selected}
          onClick={() => onSelect(option.id)}
          className={cx(
            'flex min-h-8 min-w-0 flex-auto items-center justify-center gap-1.5 rounded-control px-3 text-sm whitespace-nowrap transition-colors duration-150 -outline-offset-2',
            option.id === selected
              ? 'bg-raised font-medium shadow-[0_0_0_1px_var(--line)]'
              : 'text-muted hover:text-text',
          )}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
