import 'server-only';
import { lstat, realpath } from 'node:fs/promises';
import { basename, join, posix, sep } from 'node:path';
import { walkFolder } from './walk-folder';

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

  /** A folder may have become a link meanwhile. */
  async function enters(path: string, depth: number): Promise<boolean> {
    if (NOT_LISTED.has(basename(path))) return false;
    if (depth > MAX_DEPTH) isCut = true;
    return depth <= MAX_DEPTH && isInside(root, join(root, path));
  }

  for await (const folder of walkFolder(root, enters)) {
    for (const entry of folder.entries) {
      if (!entry.isFile() && !entry.isSymbolicLink()) continue;
      if (files.size >= MAX_FILES) return { files, isCut: true };
      const path = posix.join(folder.path, entry.name);
      const stats = await lstat(join(root, path)).catch(() => null);
      // It has just been removed.
      if (!stats) continue;
      const kind = entry.isFile() ? 'file' : 'link';
      files.set(path, { path, bytes: stats.size, modifiedMs: stats.mtimeMs, kind });
    }
  }
  return { files, isCut };
}

async function isInside(root: string, folder: string): Promise<boolean> {
  const [outer, inner] = await Promise.all([realpath(root), realpath(folder).catch(() => '')]);
  return inner.startsWith(`${outer}${sep}`);
}
