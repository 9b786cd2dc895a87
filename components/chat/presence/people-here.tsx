import type { PersonHere } from '@/lib/browser/conversation/list-events';
import { texts } from './texts';

/** More faces than these are a number. */
const MOST_FACES = 4;
const FACE =
  'grid size-6 flex-none place-items-center rounded-full border border-line-strong bg-raised font-medium text-text';

/** The faces of who else looks at this conversation. */
export function PeopleHere({ others }: { others: PersonHere[] }) {
  if (others.length === 0) return null;
  const words = texts.here(others.map(({ name }) => name));
  return (
    <span className="flex items-center text-xs" title={words}>
      <span className="sr-only">{words}</span>
      {others.slice(0, MOST_FACES).map(({ userId, name }, index) => (
        <span key={userId} aria-hidden className={`${FACE} ${index > 0 ? '-ml-1.5' : ''}`}>
          {initialsOf(name)}
        </span>
      ))}
      {others.length > MOST_FACES && (
        <span aria-hidden className={`${FACE} -ml-1.5`}>
          {texts.more(others.length - MOST_FACES)}
        </span>
      )}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
