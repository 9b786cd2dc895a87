import { LRUCache } from 'lru-cache';
import type { Context, FileChange } from '../context';
import type { FileDiff } from '../files/file-diff';
import { fileDiffs } from '../files/file-diffs';
import type { ContextStore } from '../store/context-store';

/** More than a reader's budget has room for; beyond, it is only said which files have changed. */
const LIMITS = { maxFiles: 60, maxFileBytes: 64_000 };
const MAX_KEPT = 16;

/** What to show of changed files, made once for all readers. */
export class ContextDiffs {
  readonly #store: ContextStore;
  readonly #kept = new LRUCache<string, Promise<FileDiff[]>>({ max: MAX_KEPT });

  constructor(store: ContextStore) {
    this.#store = store;
  }

  /**
   * Throws `ContextDamagedError` for content that is not what was stored.
   * @param since the snapshot that the reader knows; `null` = the start of the turn
   */
  of(context: Context, changes: FileChange[], since: string | null): Promise<FileDiff[]> {
    if (changes.length === 0) return Promise.resolve([]);
    const key = `${context.id} ${since}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const made = contextDiffs(this.#store, context, changes);
    this.#kept.set(key, made);
    return made;
  }
}

/** As `ContextDiffs`, without keeping it. */
export async function contextDiffs(store: ContextStore, context: Context, changes: FileChange[]): Promise<FileDiff[]> {
  const sides = changes.slice(0, LIMITS.maxFiles).flatMap(({ before, after }) => [before, after]);
  const read = sides.flatMap((file) =>
    file?.hash && file.bytes <= LIMITS.maxFileBytes ? [{ hash: file.hash, bytes: file.bytes }] : [],
  );
  const contents = await store.blobs(read, context.id);
  return fileDiffs(changes, async (hash) => contents.get(hash) ?? store.blob(hash, context.id), LIMITS);
}
