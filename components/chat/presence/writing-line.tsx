import type { PersonHere } from '@/lib/browser/conversation/list-events';
import { texts } from './texts';

/** Says who else is writing; its room is kept, so that nothing jumps. */
export function WritingLine({ others }: { others: PersonHere[] }) {
  const names = others.filter(({ writing }) => writing).map(({ name }) => name);
  return (
    <p role="status" className="mx-auto h-5 w-full max-w-read truncate px-1 text-muted text-xs leading-5">
      {names.length > 0 && (names.length > 2 ? texts.severalWriting : texts.writing(names))}
    </p>
  );
}
