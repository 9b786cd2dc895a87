import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { dbKind, getDb } from '../../client';
import { maintainEmbedded } from './maintain-embedded';

const count = async (query: ReturnType<typeof sql>) => {
  const db = await getDb();
  const { rows } = await db.execute<{ found: number }>(query);
  return rows[0]?.found ?? 0;
};
const known = () => count(sql`select reltuples::int as found from pg_class where relname = 'setting_of_test'`);
const dead = () =>
  count(sql`select n_dead_tup::int as found from pg_stat_user_tables where relname = 'setting_of_test'`);

describe.each(testDatabaseKinds())('maintenance on %s', (kind) => {
  useTestDatabase(kind);

  it('counts what has changed and frees what is gone, in the embedded database', async () => {
    const db = await getDb();
    await db.execute(sql`create table setting_of_test (id int)`);
    await db.execute(sql`insert into setting_of_test select generate_series(1, 1000)`);
    await db.execute(sql`delete from setting_of_test where id > 400`);
    if (dbKind() !== 'pglite') {
      await expect(maintainEmbedded()).resolves.toBeUndefined();
      return;
    }
    await db.execute(sql`select pg_stat_force_next_flush()`);
    expect(await dead()).toBe(600);
    await maintainEmbedded();
    expect(await known()).toBe(400);
    expect(await dead()).toBe(0);
    // What has not changed since is left alone: a table that nobody counts would be known by other figures.
    await db.execute(sql`insert into setting_of_test select generate_series(1, 20)`);
    await maintainEmbedded();
    expect(await known()).toBe(400);
  });
});
