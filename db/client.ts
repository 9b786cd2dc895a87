import { openPglite } from './open-pglite';
import { openPostgres } from './open-postgres';
import { databaseSettings } from './settings';
import type { Db } from './types/database';
import type { OpenDatabase, RawClient } from './types/open-database';

/** Next bundles routes and instrumentation separately, so a module variable would open the database several times. */
const holder = globalThis as { massgenDatabase?: Promise<OpenDatabase> };

/**
 * The database, opened at the first call: embedded in the data folder, or the Postgres server of `DATABASE_URL`.
 * Migrations have been applied. Throws `DataFolderLockedError` when another process has the data folder; a failed
 * opening is tried again at the next call.
 */
export async function getDb(): Promise<Db> {
  return (await open()).db;
}

/** Whether it is open; asking opens nothing. */
export function isDbOpen(): boolean {
  return holder.massgenDatabase !== undefined;
}

/** The driver underneath `getDb()`. */
export async function rawClient(): Promise<RawClient> {
  return (await open()).raw;
}

/** Which kind of database the environment asks for. Opens nothing. */
export function dbKind(): OpenDatabase['kind'] {
  return process.env.DATABASE_URL ? 'postgres' : 'pglite';
}

/** Closes the database and gives the data folder back. Does nothing when it is not open. */
export async function closeDb(): Promise<void> {
  const opening = holder.massgenDatabase;
  holder.massgenDatabase = undefined;
  if (opening) await (await opening).close();
}

function open(): Promise<OpenDatabase> {
  if (!holder.massgenDatabase) {
    const opening = openConfigured();
    holder.massgenDatabase = opening;
    opening.catch(() => {
      if (holder.massgenDatabase === opening) holder.massgenDatabase = undefined;
    });
  }
  return holder.massgenDatabase;
}

async function openConfigured(): Promise<OpenDatabase> {
  const { url, poolSize, dataDir } = databaseSettings();
  return url ? openPostgres(url, poolSize) : openPglite(dataDir);
}
