import 'server-only';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/platform/config/env';
import { logger } from '@/lib/platform/observability/logger';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A conversation that is being made has its folder before anybody else sees it. */
const YOUNG_MS = 3_600_000;

/**
 * Removes the working folders of conversations that are gone: what a crash left between the deletion of a conversation and that of its
 * files. Only where the folders belong to the database in use, since another one knows nothing of them. Returns how many have gone.
 * @param database something that tells the database in use from every other
 * @param selectKnown which of these conversations exist
 */
export async function sweepWorkFolders(
  database: string,
  selectKnown: (ids: string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  const root = join(env().dataDir, 'work');
  await mkdir(root, { recursive: true, mode: 0o700 });
  if (!(await belongsTo(root, database))) return 0;
  const old: string[] = [];
  for (const name of await readdir(root)) {
    if (UUID.test(name) && Date.now() - (await stat(join(root, name))).mtimeMs > YOUNG_MS) old.push(name);
  }
  const known = await selectKnown(old);
  const gone = old.filter((id) => !known.has(id));
  for (const id of gone) await rm(join(root, id), { recursive: true, force: true });
  if (gone.length > 0)
    logger.info({ count: gone.length }, 'working folders of deleted conversations have been removed');
  return gone.length;
}

async function belongsTo(root: string, database: string): Promise<boolean> {
  const mark = join(root, '.database');
  try {
    await writeFile(mark, database, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(mark, 'utf8')) === database;
  }
}
