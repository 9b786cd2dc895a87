import type { ReactNode } from 'react';
import { texts } from './texts';

interface MarkdownListProps {
  /** The first number; `null` = bullets. */
  start: number | null;
  isLoose: boolean;
  items: { isDone: boolean | null; content: ReactNode }[];
}

/** A list; its numbers begin where they were written to begin, and each item has the direction of its text. */
export function MarkdownList({ start, isLoose, items }: MarkdownListProps) {
  const space = isLoose ? 'space-y-3' : 'space-y-1';
  const children = items.map(({ isDone, content }, index) => (
    // The room for the mark is the item's own, so that it is on the side where the item's text begins.
    // biome-ignore lint/suspicious/noArrayIndexKey: items only ever append.
    <li key={index} dir="auto" className={isDone === null ? 'ms-6 ps-1 marker:text-muted' : 'ms-1 list-none'}>
      {isDone !== null && (
        <input
          type="checkbox"
          checked={isDone}
          readOnly
          disabled
          aria-label={isDone ? texts.done : texts.toDo}
          className="me-2 align-middle accent-accent"
        />
      )}
      {content}
    </li>
  ));
  if (start === null) return <ul className={`my-3 list-disc ${space}`}>{children}</ul>;
  return (
    <ol start={start} className={`my-3 list-decimal ${space}`}>
      {children}
    </ol>
  );
}
