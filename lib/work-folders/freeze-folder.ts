import 'server-only';
import { constants } from 'node:fs';
import { copyFile, link, lstat, lutimes, mkdir, readlink, symlink, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { mapLimited } from '@/lib/platform/async/map-limited';
import { AppError } from '@/lib/platform/errors/app-error';
import { checkFolderSize } from './folder-size';
import { type FrozenStamps, readFrozenStamps, stampOf, writeFrozenStamps } from './frozen-stamps';
import { type WalkedFolder, walkFolder } from './walk-folder';

const AT_ONCE = 8;
/** What a file system answers that has no more, or no, hard links; and what is no longer there. */
const NO_LINK = new Set(['EMLINK', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'ENOENT']);

/**
 * Keeps what a working folder holds now in a folder beside it. Files that have not changed since it was last kept are hard links to that
 * copy; the others are copied. Only kept copies share content with one another, never the folder in which an agent works: a program that
 * writes into a file changes that file alone. Throws `invalid` for a folder that is too large.
 */
export async function freezeFolder(live: string, frozen: string): Promise<void> {
  const problem = await checkFolderSize(live);
  if (problem) throw new AppError('invalid', `The working folder cannot be kept for the next turn: ${problem}`);
  const known = await readFrozenStamps(live);
  const stamps: FrozenStamps['stamps'] = {};
  for await (const folder of walkFolder(live)) {
    const { path } = folder;
    await mkdir(join(frozen, path), { recursive: true, mode: 0o700 });
    await mapLimited(filesIn(folder), AT_ONCE, async (name) => {
      const file = join(path, name);
      const stamp = await keepFile({ live, frozen, file, known });
      if (stamp !== null) stamps[file] = stamp;
    });
  }
  await writeFrozenStamps(live, { frozen: basename(frozen), stamps });
}

/** Notes that a working folder has just been made from a kept copy, so that what stays as it is need not be copied when it is kept. */
export async function noteFrozen(live: string, frozen: string): Promise<void> {
  const stamps: FrozenStamps['stamps'] = {};
  for await (const folder of walkFolder(live)) {
    const { path } = folder;
    await mapLimited(filesIn(folder), AT_ONCE, async (name) => {
      const file = join(path, name);
      const stats = await lstat(join(live, file), { bigint: true });
      const stamp = stats.isFile() ? stampOf(stats, Date.now()) : null;
      if (stamp !== null) stamps[file] = stamp;
    });
  }
  await writeFrozenStamps(live, { frozen: basename(frozen), stamps });
}

/** The names of what a folder holds besides folders. */
const filesIn = ({ entries }: WalkedFolder) =>
  entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);

interface Keeping {
  live: string;
  frozen: string;
  file: string;
  known: FrozenStamps | null;
}

async function keepFile({ live, frozen, file, known }: Keeping): Promise<string | null> {
  const from = join(live, file);
  const to = join(frozen, file);
  const stats = await lstat(from, { bigint: true }).catch(unlessGone);
  if (!stats) return null;
  const times = [Number(stats.atimeMs) / 1000, Number(stats.mtimeMs) / 1000] as const;
  if (stats.isSymbolicLink()) {
    await symlink(await readlink(from, { encoding: 'buffer' }), to);
    await lutimes(to, ...times);
    return null;
  }
  const stamp = stampOf(stats, Date.now());
  const isKept = stamp !== null && known?.stamps[file] === stamp;
  if (isKept && (await linked(join(dirname(live), known.frozen, file), to))) return stamp;
  const isCopied = await copyFile(from, to, constants.COPYFILE_FICLONE).then(() => true, unlessGone);
  if (!isCopied) return null;
  await utimes(to, ...times);
  return stamp;
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (!NO_LINK.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
}

/** A program that still runs may have removed it meanwhile. */
function unlessGone(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error;
  return null;
}
