import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const UNFINISHED = 'pg.new-';
const SCRIPT = `
  const { PGlite } = await import('@electric-sql/pglite');
  const db = new PGlite(process.argv[1]);
  await db.waitReady;
  await db.close();
`;

/**
 * Creates the embedded database in `<dataDir>/pg`. The data folder's lock must be held.
 *
 * In a process of its own: initialising a database takes 350 MB of memory that WebAssembly never gives back. Under
 * another name until it is complete: a folder that was left half-made could not be opened any more.
 */
export async function createPgliteFolder(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(UNFINISHED)) await rm(join(dataDir, name), { recursive: true, force: true });
  }
  const unfinished = await mkdtemp(join(dataDir, UNFINISHED));
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', SCRIPT, unfinished], {
    cwd: process.cwd(),
  });
  await rename(unfinished, join(dataDir, 'pg'));
}
