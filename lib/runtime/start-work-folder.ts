import 'server-only';
import { getDb } from '@/db/client';
import { selectTurnStart } from '@/db/queries/context-store/select-turn-start';
import type { ContextFile } from '@/lib/context-sharing/context';
import { restoreFiles } from '@/lib/context-sharing/files/restore-files';
import { createContextStore } from '@/lib/context-sharing/store/context-store';
import { EVERY_SLOT } from '@/lib/context-sharing/store/find-bases';
import { AppError } from '@/lib/platform/errors/app-error';
import {
  findWorkFolder,
  hasEarlierFolder,
  openWorkFolder,
  type Place,
  restoreWorkFolder,
  type WorkFolder,
} from '@/lib/work-folders/work-folders';

export interface StartedWorkFolder extends WorkFolder {
  /** Why it does not hold all that the slot had, a sentence; `null` = it does. */
  problem: string | null;
}

const NAMED = 5;

/**
 * The folder in which a slot works in a run, with what the slot had at the end of its last turn on this branch: that folder itself when
 * it is on this disk, else the files of the snapshot with which its turn begins, as always behind one that a person continued from. A
 * snapshot that cannot be restored leaves the folder empty, and `problem` says so. A run that goes on has the folder that it had.
 */
export async function startWorkFolder(
  place: Place,
  isOccupied: (folder: string) => boolean = () => false,
): Promise<StartedWorkFolder> {
  const known = await findWorkFolder(place);
  if (known) return { ...known, problem: null };
  const db = await getDb();
  const store = createContextStore(db);
  const { parentMessageId, runs } = await selectTurnStart(db, place.runId);
  const bases = await store.bases(parentMessageId);
  const base = bases.get(place.slot) ?? bases.get(EVERY_SLOT);
  // A folder is as good as the snapshot when it is of the same run, or of a later one that has none.
  const recent = base && !base.isContinuation ? runs.slice(0, runs.indexOf(base.runId) + 1) : runs;
  if (!base || (await hasEarlierFolder(place, recent)))
    return { ...(await openWorkFolder(place, recent, isOccupied)), problem: null };
  try {
    const { files } = await store.load(base.snapshotId);
    const read = (hash: string) => store.blob(hash, base.snapshotId);
    const folder = await restoreWorkFolder(place, (target) => restoreFiles(files, target, read));
    return { ...folder, problem: missing(files) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problem = `The working folder begins empty, since the files of the turn before cannot be restored. ${error.message}`;
    return { ...(await openWorkFolder(place, [], isOccupied)), problem };
  }
}

function missing(files: ContextFile[]): string | null {
  const paths = files.flatMap(({ kind, path }) => (kind === 'tooLarge' ? [path] : []));
  if (paths.length === 0) return null;
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  return `Files too large to be kept are not in the working folder: ${paths.slice(0, NAMED).join(', ')}${more}.`;
}
