import 'server-only';
import { getDb } from '@/db/client';
import { type PendingEntry, readPending } from '@/db/queries/search-index/read-pending';
import { type NewEntry, saveEntries } from '@/db/queries/search-index/save-entries';
import { wordVector } from './word-vector';

/** At a time: the words of so many texts hold no commit up for longer than a reader of a stream notices (15 ms for long answers). */
const SLICE = 10;

/** Next bundles every route separately, so a module variable would be several. */
const holder = globalThis as { massgenIndexing?: Promise<void> | undefined };

/** Makes what has been written findable, at most about `most` texts of it. One at a time in this process. */
export async function indexPending(most = Number.POSITIVE_INFINITY): Promise<void> {
  await holder.massgenIndexing?.catch(() => {});
  const work = indexSlices(most).finally(() => {
    if (holder.massgenIndexing === work) holder.massgenIndexing = undefined;
  });
  holder.massgenIndexing = work;
  await work;
}

async function indexSlices(most: number): Promise<void> {
  const db = await getDb();
  for (let done = 0; done < most; done += SLICE) {
    const { upTo, entries } = await readPending(db, SLICE);
    if (upTo === null) return;
    await saveEntries(db, entries.map(entryOf), upTo);
  }
}

function entryOf({ role, title, parts, ...entry }: PendingEntry): NewEntry {
  if (role === null) return { ...entry, kind: 'title', words: wordVector(title, 'A') };
  const isQuestion = role === 'user';
  return {
    ...entry,
    kind: isQuestion ? 'question' : 'answer',
    words: wordVector(textOfParts(parts ?? []), isQuestion ? 'B' : 'C'),
  };
}

/** What of a message can be found: its text and the names of its files. */
export function textOfParts(parts: NonNullable<PendingEntry['parts']>): string {
  return parts
    .flatMap((part) => (part.type === 'text' ? [part.text] : part.type === 'attachment' ? [part.name] : []))
    .join('\n');
}
