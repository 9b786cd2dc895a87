import 'server-only';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { compareFolders, type RunFile } from '@/lib/work-folders/compare-folders';
import { findListedFolder, slotsWithFolder } from '@/lib/work-folders/work-folders';

interface RunFiles {
  items: RunFile[];
  nextCursor: null;
  /** Slots of the run that have a working folder. */
  slots: string[];
  /** Whose files these are; `null` = no slot has a folder. */
  slot: string | null;
  /** There are more files than are listed. */
  isCut: boolean;
}

/** The working folder of a slot, by default of the first that has one. Throws `not_found` for a run that the actor may not see. */
export async function listRunFiles(actor: Actor, runId: string, wanted?: string): Promise<RunFiles> {
  const { conversationId } = await findRunOrThrow(actor, runId, 'read');
  const slots = await slotsWithFolder({ conversationId, runId });
  const slot = wanted ?? slots[0];
  if (slot === undefined) return { items: [], nextCursor: null, slots, slot: null, isCut: false };
  const folder = await findListedFolder({ conversationId, runId, slot });
  if (!folder) throw new AppError('not_found', texts.noFolderOf(slot));
  const { files, isCut } = await compareFolders(folder);
  return { items: files, nextCursor: null, slots, slot, isCut };
}
