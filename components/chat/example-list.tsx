import { cx } from '../ui/cx';
import { texts } from './new-chat-texts';

interface ExampleListProps {
  label: string;
  disabled?: boolean;
  className?: string;
  onChoose: (text: string) => void;
}

/** Three questions with the text to work on. */
export function ExampleList({ label, disabled = false, className, onChoose }: ExampleListProps) {
  return (
    <ul aria-label={label} className={cx('grid gap-2 sm:grid-cols-3', className)}>
      {texts.examples.map((example) => (
        <li key={example.title}>
          <button
            type="button"
            disabled={disabled}
            onClick={() => onChoose(example.text)}
            className="h-full w-full rounded-card border border-line px-3.5 py-2.5 text-left transition-colors duration-150 hover:bg-hover disabled:opacity-50"
          >
            <span className="block font-medium text-sm">{example.title}</span>
            <span className="line-clamp-2 text-muted text-xs">{example.text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
