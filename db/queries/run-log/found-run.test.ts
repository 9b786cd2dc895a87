import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { getDb } from '../../client';
import { useTestDatabase } from '../../testing/use-test-database';
import { foundRunIs } from './found-run';

useTestDatabase();

it('each run that is sought is found by its id, not among all that go on', async () => {
  const db = await getDb();
  const person = await seedPerson();
  const team = { name: 'T', agents: [{ backend: { type: 'scripted' } }] };
  const runs = [await seedRun(person, team), await seedRun(person, team)];
  const ids = sql.raw(`'{${runs.map(({ runId }) => runId).join(',')}}'::uuid[]`);
  const planOf = async (condition: ReturnType<typeof sql>) => {
    const { rows } = await db.execute(
      sql`explain select run.id from unnest(${ids}) as g(id) join run on run.id = g.id and ${condition}`,
    );
    return JSON.stringify(rows);
  };
  expect(await planOf(foundRunIs(sql`run`, 'running'))).toContain('run_pkey');
  expect(await planOf(foundRunIs(sql`run`, 'queued', 'running'))).not.toContain('run_unfinished');
  const { rows } = await db.execute(sql`
    select id from run where id = any(${ids}) and ${foundRunIs(sql`run`, 'queued', 'running')}`);
  expect(rows).toHaveLength(2);
});
