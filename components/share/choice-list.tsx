import { useId } from 'react';
import { cx } from '../ui/cx';

interface ChoiceListProps<T extends string> {
  label: string;
  options: { id: T; name: string; text: string }[];
  selected: T;
  onSelect: (id: T) => void;
}

/** One choice of a few, each with a line about what it means. */
export function ChoiceList<T extends string>({ label, options, selected, onSelect }: ChoiceListProps<T>) {
  const group = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">{label}</legend>
      <div className="overflow-hidden rounded-card border border-line">
        {options.map(({ id, name, text }) => (
          <label
            key={id}
            className={cx(
              'flex cursor-pointer gap-2.5 border-line border-t px-3 py-2.5 first:border-t-0 hover:bg-hover',
              id === selected && 'bg-sunken',
            )}
          >
            <input
              type="radio"
              name={group}
              checked={id === selected}
              onChange={() => onSelect(id)}
              className="mt-0.5 size-4 flex-none accent-accent"
            />
            <span className="min-w-0">
              <span className="block font-medium text-sm">{name}</span>
              <span className="block text-muted text-xs">{text}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
