import 'server-only';
import { constants } from 'node:fs';
import { type FileHandle, open, readlink, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/**
 * Opens a regular file of a folder that an agent may change at any moment. `null` for anything else: no such file, a link, a path that
 * leads out of the folder, a pipe or a device.
 */
export async function openInside(root: string, path: string): Promise<FileHandle | null> {
  const steps = path.split('/');
  if (path.includes('\0') || steps.some((step) => step === '' || step === '.' || step === '..')) return null;
  try {
    const inside = `${await realpath(root)}${sep}`;
    const target = join(root, ...steps);
    const parent = `${await realpath(dirname(target))}${sep}`;
    if (!parent.startsWith(inside)) return null;
    // A pipe must not be waited for, and a link not be followed.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const file = await open(target, flags);
    if ((await file.stat()).isFile() && (await opened(file, target)).startsWith(inside)) return file;
    await file.close();
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO', 'EACCES', 'ENAMETOOLONG', 'EISDIR'].includes(code ?? '')) return null;
    throw error;
  }
}

/** Where the open file really is: a folder on the way may have become a link after it was looked at. */
function opened(file: FileHandle, target: string): Promise<string> {
  return process.platform === 'linux' ? readlink(`/proc/self/fd/${file.fd}`) : realpath(target);
}
