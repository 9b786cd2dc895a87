import 'server-only';
import { Readable } from 'node:stream';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import { logger } from '@/lib/observability/logger';
import { findRunOrThrow } from '@/lib/runs/find-run-or-throw';
import { archiveFolder, MAX_ARCHIVE_BYTES } from './archive-folder';
import { listFolder } from './list-folder';
import { findListedFolder, slotsWithFolder } from './work-folders';

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
    throw new AppError('not_found', `${slot ? `Slot ${slot} has no` : 'No slot has a'} working folder in this run.`);
  }
  const listed = [...(await listFolder(folder.files)).files.values()].filter(({ kind }) => kind === 'file');
  if (listed.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_ARCHIVE_BYTES) {
    throw new AppError('too_large', `The files are larger than ${MAX_ARCHIVE_BYTES / 1e9} GB together.`, {
      hint: 'Download them one by one.',
    });
  }
  const archive = archiveFolder(
    folder.files,
    listed.map(({ path }) => path),
  );
  archive.on('error', (error) => logger.error({ error, runId, slot }, 'archive of files broke off'));
  return { name: `files-${slot}.zip`, content: Readable.toWeb(archive) as ReadableStream<Uint8Array> };
}
