import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { getDb } from '../../client';
import { testDatabaseKinds, useTestDatabase } from '../../testing/use-test-database';
import type { Db } from '../../types/database';
import { deleteUnusedBlobs } from './delete-unused-blobs';

const STORED = 5_000;

describe.each(testDatabaseKinds())('cleaning blobs away on %s', (kind) => {
  useTestDatabase(kind);
  let db: Db;

  beforeAll(async () => {
    db = await getDb();
    const at = sql`now() - case when n <= 3 then interval '3 days' else interval '0' end`;
    const some = sql`generate_series(1, ${STORED}::integer) as n`;
    await db.execute(sql`insert into blob (hash, bytes, stored_at) select 'h' || n, 1, ${at} from ${some}`);
    await db.execute(sql`
      insert into blob_piece (hash, index, bytes, stored_at) select 'h' || n, 0, '\\x00'::bytea, ${at} from ${some}`);
    await db.execute(sql`
      insert into blob_piece (hash, index, bytes, stored_at) values ('left', 0, '\\x00', now() - interval '3 days')`);
    // The server does that by itself in the background; the embedded database has no statistics and is told to use indexes.
    if (kind === 'postgres') await db.execute(sql`analyze`);
  });

  test('finds what is old by an index and never walks through what is stored', async () => {
    const execute = vi.spyOn(db, 'execute');
    await deleteUnusedBlobs(24);
    const statements = execute.mock.calls.map(([statement]) => statement as SQL);
    execute.mockRestore();
    const { rows } = await db.execute(sql`
      select (select count(*) from blob)::int as blobs, (select count(*) from blob_piece)::int as pieces`);
    expect(rows).toEqual([{ blobs: STORED - 3, pieces: STORED - 3 }]);

    expect(statements).toHaveLength(2);
    const plans = await Promise.all(statements.map(planOf));
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (?:blob|blob_piece)\b/);
    expect(plans[0]).toContain('blob_stored_at');
    expect(plans[0]).toContain('blob_piece_hash_index_pk');
    expect(plans[1]).toContain('blob_piece_stored_at');
  });

  async function planOf(statement: SQL): Promise<string> {
    const { rows } = await db.execute(sql`explain ${statement}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }
});
