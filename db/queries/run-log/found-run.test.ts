import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { getDb } from '../../client';
import { useTestDatabase } from '../../testing/use-test-database';
import { foundRunIs } from './found-run';

describe('a run that is sought', () => {
  useTestDatabase();

  test('is looked up by its id, not among all that go on', async () => {
    const db = await getDb();
    const person = await seedPerson();
    const team = { name: 'T', agents: [{ backend: { type: 'scripted' } }] };
    const runs = await Promise.all(Array.from({ length: 30 }, () => seedRun(person, team)));
    const [first, ...others] = runs.map(({ runId }) => runId);
    const ids = sql.raw(`'{${[first, ...others].join(',')}}'::uuid[]`);
    await db.execute(sql`update run set status = 'finished' where id = ${first}`);
    // As the application asks: planned once, for whatever is sought.
    await db.execute(sql`prepare sought(uuid[]) as select run.id from unnest($1) as g(id)
    join run on run.id = g.id and ${foundRunIs(sql`run`, 'queued', 'running')}`);
    const plan = JSON.stringify((await db.execute(sql`explain execute sought(${ids})`)).rows);
    expect(plan).toContain('Index Cond: (id = ');
    expect(plan).not.toContain('run_unfinished');
    const { rows } = await db.execute<{ id: string }>(sql`execute sought(${ids})`);
    expect(rows.map(({ id }) => id).sort()).toEqual(others.sort());
  });
});
