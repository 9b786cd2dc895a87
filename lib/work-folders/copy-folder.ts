import 'server-only';
import { constants } from 'node:fs';
import { cp, lstat } from 'node:fs/promises';
import { AppError } from '@/lib/platform/errors/app-error';
import { checkFolderSize } from './folder-size';

/**
 * Copies a working folder; a file system that can share content until one of two files changes does that. Pipes and sockets stay behind:
 * they mean nothing in another folder. Throws `invalid` for a folder that is too large.
 */
export async function copyFolder(from: string, to: string): Promise<void> {
  const problem = await checkFolderSize(from);
  if (problem) throw new AppError('invalid', `The working folder cannot be copied into the next turn: ${problem}`);
  await cp(from, to, {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: async (path) => {
      const stats = await lstat(path);
      return stats.isFile() || stats.isDirectory() || stats.isSymbolicLink();
    },
  });
}
