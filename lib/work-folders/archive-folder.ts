import 'server-only';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { AppError } from '@/lib/platform/errors/app-error';
import { openInside } from './open-inside';

/** As much as a working folder may hold. */
export const MAX_ARCHIVE_BYTES = 1_000_000_000;

const REGULAR_FILE = 0o100_000;
const PERMISSIONS = 0o777;

/**
 * Files of a folder as a .zip, read one after the other as fast as the archive is taken. An agent may change the folder meanwhile: what
 * is gone by then, or has become a link, is left out. Destroy the stream to stop.
 */
export function archiveFolder(root: string, paths: string[]): Readable {
  const zip = new ZipFile();
  const archive = zip.outputStream as Readable;
  const stop = (error: Error) => archive.destroy(error);
  zip.on('error', stop);
  addFiles(zip, archive, root, paths).catch(stop);
  return archive;
}

async function addFiles(zip: ZipFile, archive: Readable, root: string, paths: string[]): Promise<void> {
  let bytes = 0;
  for (const path of paths) {
    const file = await openInside(root, path);
    if (!file) continue;
    if (archive.destroyed) return file.close();
    bytes += await addFile(zip, archive, file, nameInArchive(path), MAX_ARCHIVE_BYTES - bytes);
    if (archive.destroyed) return;
  }
  zip.end();
}

/** Resolves to its size when the file has been read. A file that grows meanwhile is cut where it ended. */
async function addFile(zip: ZipFile, archive: Readable, file: FileHandle, name: string, room: number): Promise<number> {
  const { size, mode, mtime } = await file.stat();
  if (size > room) {
    await file.close();
    throw new AppError('too_large', `The files have grown beyond ${MAX_ARCHIVE_BYTES / 1e9} GB.`);
  }
  const options = { mtime, mode: REGULAR_FILE | (mode & PERMISSIONS) };
  if (size === 0) {
    await file.close();
    zip.addBuffer(Buffer.alloc(0), name, options);
    return 0;
  }
  const content = file.createReadStream({ end: size - 1 });
  const stop = () => content.destroy();
  archive.once('close', stop);
  zip.addReadStream(content, name, options);
  // Nobody wants the rest of a file of an archive that nobody wants.
  await finished(content).catch((error: unknown) => {
    if (!archive.destroyed) throw error;
  });
  archive.off('close', stop);
  return size;
}

/** In an archive `\` separates folders and `C:` is a drive; here both are parts of a name. */
function nameInArchive(path: string): string {
  return path.replaceAll('\\', '%5C').replace(/^([A-Za-z]):/, '$1%3A');
}
