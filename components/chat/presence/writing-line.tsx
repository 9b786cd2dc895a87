import type { PersonHere } from '@/lib/browser/conversation/list-events';
import { texts } from './texts';

/** Says over the message box who else is writing, else who is there at all; its room is kept, so that nothing jumps. */
export function WritingLine({ others }: { others: PersonHere[] }) {
  return (
    <p role="status" className="mx-auto h-5 w-full max-w-read truncate px-1 text-muted text-xs leading-5">
      {wordsOf(others)}
    </p>
  );
}

function wordsOf(others: PersonHere[]): string | null {
  const names = others.filter(({ writing }) => writing).map(({ name }) => name);
  if (names.length > 2) return texts.severalWriting;
  if (names.length > 0) return texts.writing(names);
  return others.length > 0 ? texts.here(others.map(({ name }) => name)) : null;
}
