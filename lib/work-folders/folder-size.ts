import 'server-only';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { walkFolder } from './walk-folder';

const MAX_ENTRIES = 50_000;
const MAX_BYTES = 1_000_000_000;

/** Why a folder is too large to be copied, or `null`. Links are not followed. */
export async function checkFolderSize(folder: string): Promise<string | null> {
  let entries = 0;
  let bytes = 0;
  for await (const { path, entries: here } of walkFolder(folder)) {
    for (const entry of here) {
      entries += 1;
      if (entries > MAX_ENTRIES) return `it holds more than ${MAX_ENTRIES} files.`;
      if (entry.isFile()) bytes += (await lstat(join(folder, path, entry.name))).size;
      if (bytes > MAX_BYTES) return `it holds more than ${MAX_BYTES / 1e9} GB.`;
    }
  }
  return null;
}
