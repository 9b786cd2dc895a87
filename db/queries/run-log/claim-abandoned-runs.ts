import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';
import { type ClaimedRun, claimedColumns } from './claimed-run';
import { type LeaseTerms, leaseEnd } from './lease';

/**
 * Takes over running runs with an expired lease, whose process must be gone. `everyone`: also all that are not this process's own,
 * whatever their lease says (the embedded database: nobody else can be alive behind its lock). At most `limit`.
 */
export async function claimAbandonedRuns(
  db: Db,
  terms: LeaseTerms,
  { everyone, limit }: { everyone: boolean; limit: number },
): Promise<ClaimedRun[]> {
  const isForeign = everyone ? sql`or owner is distinct from ${terms.owner}` : sql``;
  const { rows } = await db.execute<ClaimedRun & Record<string, unknown>>(sql`
    with abandoned as (
      select id from run where status = 'running' and (lease_until is null or lease_until < now() ${isForeign})
      order by created_at, id limit ${limit} for update skip locked
    )
    update run set owner = ${terms.owner}, epoch = run.epoch + 1, lease_until = ${leaseEnd(terms.leaseMs)}
    from abandoned where run.id = abandoned.id
    returning ${claimedColumns('abandoned')}`);
  return rows;
}
