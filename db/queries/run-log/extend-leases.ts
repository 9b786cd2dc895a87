import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';
import { type LeaseTerms, leaseEnd } from './lease';

/** One heartbeat for all runs of this process. Returns those that are still its own. */
export async function extendLeases(
  db: Db,
  terms: LeaseTerms,
  held: { runId: string; epoch: number }[],
): Promise<Set<string>> {
  const { rows } = await db.execute<{ id: string }>(sql`
    update run set lease_until = ${leaseEnd(terms.leaseMs)}
    from unnest(${sql.param(held.map((h) => h.runId))}::uuid[], ${sql.param(held.map((h) => h.epoch))}::int[]) as held(id, epoch)
    where run.id = held.id and run.epoch = held.epoch and run.status = 'running'
    returning run.id`);
  return new Set(rows.map((row) => row.id));
}
