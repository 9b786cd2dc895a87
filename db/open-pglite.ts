import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { createPgliteFolder } from './create-pglite-folder';
import { openEmbeddedDatabase } from './embedded/embedded-database';
import { lockDataFolder } from './lock-data-folder';
import { migrationsFolder } from './migrations-folder';
import type { Db } from './types/database';
import type { OpenDatabase } from './types/open-database';

/**
 * One connection, one machine, no parallel workers: the defaults of a server would take 130 MB more memory. Statistics are gathered once an
 * hour at most (`maintainEmbedded`), and plans are made before: told to go by the order in which a query names its tables, and by their
 * indexes, the planner makes one that is right for large tables too. Left to itself it looked a run up by walking through all conversations
 * of its workspace. The small sample keeps the one connection from being held for long.
 */
const SETTINGS = [
  'shared_buffers=8MB',
  'wal_buffers=512kB',
  'work_mem=2MB',
  'maintenance_work_mem=8MB',
  'temp_buffers=800kB',
  'max_connections=5',
  'plan_cache_mode=force_generic_plan',
  'join_collapse_limit=1',
  'enable_seqscan=off',
  'default_statistics_target=20',
];

/** Opens the embedded database in `<dataDir>/pg`, made when it is not there, behind the folder's lock. */
export async function openPglite(dataDir: string): Promise<OpenDatabase> {
  const unlock = lockDataFolder(dataDir);
  try {
    const folder = join(dataDir, 'pg');
    if (!existsSync(folder)) await createPgliteFolder(dataDir);
    const client = await openEmbeddedDatabase(folder, SETTINGS);
    // Drizzle and the job queue want a PGlite, and use of it what this has.
    const pglite = client as unknown as PGlite;
    const db = drizzle(pglite);
    await migrate(db, { migrationsFolder: migrationsFolder() }).catch(async (error) => {
      // The next try opens the folder anew, and two must not have it open.
      await client.close();
      throw error;
    });
    return {
      kind: 'pglite',
      db: db as unknown as Db,
      raw: { kind: 'pglite', client: pglite },
      close: async () => {
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
