import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';
import { type ClaimedRun, claimedColumns } from './claimed-run';
import { type LeaseTerms, leaseEnd } from './lease';

/**
 * Takes over running runs with an expired lease, whose process must be gone. `soleDriver`: what the only process of the database drives, whose
 * leases it does not extend; then also all runs that are not its own, whatever their lease says. At most `limit`.
 */
export async function claimAbandonedRuns(
  db: Db,
  terms: LeaseTerms,
  { soleDriver, limit }: { soleDriver: { runIds: string[] } | null; limit: number },
): Promise<ClaimedRun[]> {
  const isForeign = soleDriver ? sql`or owner is distinct from ${terms.owner}` : sql``;
  const isIdle = soleDriver ? sql`and id <> all(${sql.param(soleDriver.runIds)}::uuid[])` : sql``;
  const { rows } = await db.execute<ClaimedRun & Record<string, unknown>>(sql`
    with abandoned as (
      select id from run where status = 'running' and (lease_until is null or lease_until < now() ${isForeign}) ${isIdle}
      order by created_at, id limit ${limit} for update skip locked
    )
    update run set owner = ${terms.owner}, epoch = run.epoch + 1, lease_until = ${leaseEnd(terms.leaseMs)}
    from abandoned where run.id = abandoned.id
    returning ${claimedColumns('abandoned')}`);
  return rows;
}
