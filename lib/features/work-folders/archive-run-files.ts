import 'server-only';
import { Readable } from 'node:stream';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { logger } from '@/lib/platform/observability/logger';
import { archiveFolder, MAX_ARCHIVE_BYTES } from '@/lib/work-folders/archive-folder';
import { listFolder } from '@/lib/work-folders/list-folder';
import { findListedFolder, slotsWithFolder } from '@/lib/work-folders/work-folders';

/**
 * The files of a slot's working folder that are listed, as a .zip; by default of the first slot that has one. Links are left out. Throws
 * `not_found` and `too_large`.
 */
export async function archiveRunFiles(
  actor: Actor,
  runId: string,
  wanted?: string,
): Promise<{ name: string; content: ReadableStream<Uint8Array> }> {
  const { conversationId } = await findRunOrThrow(actor, runId, 'read');
  const slot = wanted ?? (await slotsWithFolder({ conversationId, runId }))[0];
  const folder = slot === undefined ? null : await findListedFolder({ conversationId, runId, slot });
  if (!folder) {
    throw new AppError('not_found', slot ? texts.noFolderOf(slot) : texts.noFolder);
  }
  const listed = [...(await listFolder(folder.files)).files.values()].filter(({ kind }) => kind === 'file');
  if (listed.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_ARCHIVE_BYTES) {
    throw new AppError('too_large', texts.archiveTooLarge(MAX_ARCHIVE_BYTES / 1e9), {
      hint: texts.downloadOneByOne,
    });
  }
  const archive = archiveFolder(
    folder.files,
    listed.map(({ path }) => path),
  );
  archive.on('error', (error) => logger.error({ error, runId, slot }, 'archive of files broke off'));
  return { name: `files-${slot}.zip`, content: Readable.toWeb(archive) as ReadableStream<Uint8Array> };
}
