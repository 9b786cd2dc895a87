import type { Context, FileChange } from '../context';
import type { FileDiff } from '../files/file-diff';
import { fileDiffs } from '../files/file-diffs';
import type { ContextStore } from '../store/context-store';

/** What to show of the files that have changed. Throws `ContextDamagedError` for content that is not what was stored. */
export function contextDiffs(store: ContextStore, context: Context, changes: FileChange[]): Promise<FileDiff[]> {
  return fileDiffs(changes, (hash) => store.blob(hash, context.id));
}
