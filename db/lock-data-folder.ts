import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderLockedError } from './data-folder-locked-error';

const SQLITE_BUSY = 5;

/**
 * Takes the exclusive lock of a data folder, creating the folder when it is not there, and returns the function that
 * gives it back. Throws `DataFolderLockedError` at once when another process holds it.
 *
 * The embedded database has no lock of its own and is damaged by a second process that merely opens it. The lock is the
 * operating system's, held through an SQLite file, so that it ends with the process, however that ends: there is
 * no process id to become stale.
 */
export function lockDataFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Not an import: Node 22 prints a warning when this module loads, which `next build` would then print too.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const file = new DatabaseSync(join(dataDir, 'lock'));
  try {
    file.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    file.close();
    if (isBusy(error)) throw new DataFolderLockedError(dataDir);
    throw error;
  }
  return () => file.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
