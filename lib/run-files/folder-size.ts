import 'server-only';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const MAX_ENTRIES = 50_000;
const MAX_BYTES = 1_000_000_000;

/** Why a folder is too large to be copied, or `null`. Links are not followed. */
export async function checkFolderSize(folder: string): Promise<string | null> {
  let entries = 0;
  let bytes = 0;
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      entries += 1;
      if (entries > MAX_ENTRIES) return `it holds more than ${MAX_ENTRIES} files.`;
      const path = join(next, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) bytes += (await lstat(path)).size;
      if (bytes > MAX_BYTES) return `it holds more than ${MAX_BYTES / 1e9} GB.`;
    }
  }
  return null;
}
