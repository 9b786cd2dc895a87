'use client';
import { useId } from 'react';

interface CheckFieldProps {
  label: string;
  /** One line of what it means. */
  text?: string;
  checked: boolean;
  /** It turns something on as a whole, rather than choosing it. */
  isSwitch?: boolean;
  onChange: (checked: boolean) => void;
}

/** A box to tick, with its explanation underneath. */
export function CheckField({ label, text, checked, isSwitch = false, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="flex gap-2.5">
      <input
        id={id}
        type="checkbox"
        role={isSwitch ? 'switch' : undefined}
        aria-describedby={text ? `${id}-text` : undefined}
        className="mt-0.5 size-4 flex-none accent-accent"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block text-sm">
          {label}
        </label>
        {text && (
          <p id={`${id}-text`} className="text-muted text-xs">
            {text}
          </p>
        )}
      </div>
    </div>
  );
}
