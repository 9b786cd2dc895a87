import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, it } from 'vitest';
import { closeDb, getDb } from '../client';
import { migrationsFolder } from '../migrations-folder';

export type TestDatabaseKind = 'pglite' | 'postgres';

/**
 * The databases on which the tests of this file can run here: the embedded one, and a server when `TEST_DATABASE_URL` names one. Without
 * one the file says that something was skipped.
 */
export function testDatabaseKinds(): TestDatabaseKind[] {
  if (process.env.TEST_DATABASE_URL) return ['pglite', 'postgres'];
  it.skip('the same on a Postgres server: set TEST_DATABASE_URL', () => {});
  return ['pglite'];
}

/**
 * Gives the tests of this file (or of the surrounding `describe`) an empty database of their own with all migrations,
 * behind `getDb()`, and a data folder of their own in `DATA_DIR`. Nothing is mocked.
 */
export function useTestDatabase(kind: TestDatabaseKind = 'pglite'): void {
  let dataDir = '';
  let dropServerDatabase: (() => Promise<void>) | null = null;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'massgen-test-'));
    process.env.DATABASE_URL = '';
    if (kind === 'postgres') dropServerDatabase = await createServerDatabase();
    else await cp(await migratedFolder(), join(dataDir, 'pg'), { recursive: true });
    process.env.DATA_DIR = dataDir;
    await getDb();
  });

  afterAll(async () => {
    await closeDb();
    await dropServerDatabase?.();
    await rm(dataDir, { recursive: true, force: true });
  });
}

async function createServerDatabase(): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `massgen_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
  return () => onServer(server, `drop database ${name} with (force)`);
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A folder with a migrated, empty database, made once per state of the migrations: making one takes 3 s, copying 0.1 s. */
async function migratedFolder(): Promise<string> {
  const journal = await readFile(join(migrationsFolder(), 'meta/_journal.json'));
  const digest = await crypto.subtle.digest('SHA-256', journal);
  const cache = join(tmpdir(), 'massgen-test-databases');
  const folder = join(cache, Buffer.from(digest).toString('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'new-'));
  process.env.DATA_DIR = work;
  await getDb();
  await closeDb();
  await rename(join(work, 'pg'), folder).catch((error: NodeJS.ErrnoException) => {
    // Another test process was faster.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await rm(work, { recursive: true });
  return folder;
}
