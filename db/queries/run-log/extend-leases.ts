import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';
import { foundRunIs } from './found-run';
import { type LeaseTerms, leaseEnd } from './lease';

/** One heartbeat for all runs of this process. Returns those that are still its own. */
export async function extendLeases(
  db: Db,
  terms: LeaseTerms,
  held: { runId: string; epoch: number }[],
): Promise<Set<string>> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with held as (
      select run.id from run
      join unnest(${sql.param(held.map((h) => h.runId))}::uuid[], ${sql.param(held.map((h) => h.epoch))}::int[]) as h(id, epoch)
        on run.id = h.id and run.epoch = h.epoch and ${foundRunIs(sql`run`, 'running')}
      order by run.id for no key update of run
    )
    update run set lease_until = ${leaseEnd(terms.leaseMs)} from held where run.id = held.id
    returning run.id`);
  return new Set(rows.map((row) => row.id));
}
