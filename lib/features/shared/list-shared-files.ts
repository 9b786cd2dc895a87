import 'server-only';
import type { SharedMessage } from '@/db/queries/shared/select-shared-messages';
import { can } from '@/lib/platform/permissions/can';
import type { SharedFile } from '@/lib/protocol/projection/shared-view';
import { listFolder } from '@/lib/work-folders/list-folder';
import { findListedFolder, slotsWithFolder } from '@/lib/work-folders/work-folders';
import { shownUpTo } from './read-shared-run';
import type { SharedSource } from './shared-source';

const MOST_FILES = 500;

/** The files of a run's agents, at the level at which they are shown. A run that went on when a snapshot was taken has none: files are not kept as they were. */
export async function listSharedFiles(
  source: SharedSource,
  run: NonNullable<SharedMessage['run']>,
): Promise<SharedFile[]> {
  if (!showsFiles(source, run)) return [];
  const place = { conversationId: source.conversationId, runId: run.id };
  const slots = await slotsWithFolder(place);
  const lists = await Promise.all(
    slots.map(async (slot) => {
      const folder = await findListedFolder({ ...place, slot });
      const files = folder ? [...(await listFolder(folder.files)).files.values()] : [];
      return files.filter(({ kind }) => kind === 'file').map(({ path, bytes }) => ({ slot, path, bytes }));
    }),
  );
  return lists.flat().slice(0, MOST_FILES);
}

/** Whether the link shows the files in which the agents of the run have worked. */
export function showsFiles(source: SharedSource, { id, seq }: NonNullable<SharedMessage['run']>): boolean {
  const upTo = shownUpTo(source, id);
  const isWhole = upTo === null || (seq > 0 && upTo >= seq);
  const principal = { kind: 'share' as const, level: source.level };
  return isWhole && can(principal, 'read', { kind: 'runFile', ownerId: null, isShown: true });
}
