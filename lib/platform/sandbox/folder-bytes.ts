import 'server-only';
import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Counted for each file besides what it holds: many empty ones fill a disk too. */
const LEAST = 1_000;

/** What a folder holds, as far as it matters: counting ends beyond `most`. Links are not followed, and what has gone meanwhile counts nothing. */
export async function folderBytes(root: string, most: number): Promise<number> {
  let bytes = 0;
  const left = [root];
  for (let folder = left.pop(); folder !== undefined && bytes <= most; folder = left.pop()) {
    const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) left.push(path);
      bytes += LEAST + (entry.isFile() ? ((await lstat(path).catch(() => null))?.size ?? 0) : 0);
      if (bytes > most) break;
    }
  }
  return bytes;
}
