import 'server-only';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

const MAX_FILES = 2_000;
const MAX_DEPTH = 20;
/** Filled by tools, with more than anybody reads. */
const NOT_LISTED = new Set(['.git', 'node_modules']);

export interface ListedFile {
  /** With `/`, relative to the folder. */
  path: string;
  bytes: number;
  modifiedMs: number;
  kind: 'file' | 'link';
}

/** The files of a folder by path. Links are listed, never followed; `isCut` = there are more. */
export async function listFolder(root: string): Promise<{ files: Map<string, ListedFile>; isCut: boolean }> {
  const files = new Map<string, ListedFile>();
  let isCut = false;

  async function walk(path: string, depth: number): Promise<void> {
    const folder = join(root, path);
    // A folder may have become a link meanwhile.
    if (path !== '' && !(await isInside(root, folder))) return;
    const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => a.name.localeCompare(b.name));
    for (const entry of entries) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (NOT_LISTED.has(entry.name)) continue;
        if (depth >= MAX_DEPTH) isCut = true;
        else await walk(below, depth + 1);
      } else if (entry.isFile() || entry.isSymbolicLink()) {
        if (files.size >= MAX_FILES) {
          isCut = true;
          return;
        }
        const stats = await lstat(join(root, below)).catch(() => null);
        // It has just been removed.
        if (!stats) continue;
        const kind = entry.isFile() ? 'file' : 'link';
        files.set(below, { path: below, bytes: stats.size, modifiedMs: stats.mtimeMs, kind });
      }
    }
  }

  await walk('', 0);
  return { files, isCut };
}

async function isInside(root: string, folder: string): Promise<boolean> {
  const [outer, inner] = await Promise.all([realpath(root), realpath(folder).catch(() => '')]);
  return inner.startsWith(`${outer}${sep}`);
}
