import 'server-only';
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';

export interface WalkedFolder {
  /** With `/`, relative to the root; `''` = the root itself. */
  path: string;
  /** By name. */
  entries: Dirent[];
}

/**
 * All folders below `root`, each before what it holds, by name. Links are not followed.
 * @param enters asked just before a folder (never the root) is read; its depth is at least 1
 */
export async function* walkFolder(
  root: string,
  enters: (path: string, depth: number) => boolean | Promise<boolean> = () => true,
): AsyncGenerator<WalkedFolder> {
  const waiting = [{ path: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, depth } = next;
    if (depth > 0 && !(await enters(path, depth))) continue;
    const entries = await readdir(join(root, path), { withFileTypes: true });
    entries.sort((a, b) => a.name.localeCompare(b.name));
    yield { path, entries };
    for (const entry of entries.toReversed()) {
      if (entry.isDirectory()) waiting.push({ path: posix.join(path, entry.name), depth: depth + 1 });
    }
  }
}
