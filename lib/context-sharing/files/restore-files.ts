import 'server-only';
import { mkdir, open, rename, rm, rmdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { mapLimited } from '@/lib/platform/async/map-limited';
import { AppError } from '@/lib/platform/errors/app-error';
import type { ContextFile } from '../context';
import { checkPaths } from './check-paths';

const AT_ONCE = 8;
const PERMISSIONS = 0o777;

/**
 * Makes the folder `target`, which must be empty or not there, hold these files byte for byte, with their permissions; a link is made as it
 * was. Files too large to have been kept are missing. All or nothing: what fails leaves no folder that is half there.
 * @param read the verified bytes of a hash; what it throws is thrown
 */
export async function restoreFiles(
  files: ContextFile[],
  target: string,
  read: (hash: string) => Promise<Uint8Array>,
): Promise<void> {
  const kept = files.filter(({ kind }) => kind === 'file' || kind === 'link');
  const problem = checkPaths(kept.map(({ path }) => path));
  if (problem) throw new AppError('invalid', `The files cannot be restored: ${problem}.`);
  const unfinished = `${target}.${uuidv7()}.unfinished`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    const folders = new Set(kept.map(({ path }) => dirname(path)));
    for (const folder of folders) await mkdir(join(unfinished, folder), { recursive: true, mode: 0o755 });
    await mapLimited(ofKind(kept, 'file'), AT_ONCE, (file) => writeContent(join(unfinished, file.path), file, read));
    // Last, so that nothing is written through one.
    await mapLimited(ofKind(kept, 'link'), AT_ONCE, async (file) => {
      await symlink(Buffer.from(await contentOf(file, read)), join(unfinished, file.path));
    });
    await rmdir(target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

const ofKind = (files: ContextFile[], kind: ContextFile['kind']) => files.filter((file) => file.kind === kind);

async function writeContent(path: string, file: ContextFile, read: (hash: string) => Promise<Uint8Array>) {
  const content = await contentOf(file, read);
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.chmod(file.mode & PERMISSIONS);
  } finally {
    await handle.close();
  }
}

async function contentOf({ path, hash, bytes }: ContextFile, read: (hash: string) => Promise<Uint8Array>) {
  const content = hash === null ? null : await read(hash);
  if (content?.length !== bytes) throw new AppError('internal', `The content of ${path} is not what was kept.`);
  return content;
}
