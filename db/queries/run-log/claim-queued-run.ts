import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';
import { type ClaimedRun, claimedColumns } from './claimed-run';
import { foundRunIs } from './found-run';
import { type LeaseTerms, leaseEnd } from './lease';

/** Takes one queued run whatever the limits are, for ending it; `null` when it is not queued any more. */
export async function claimQueuedRun(db: Db, terms: LeaseTerms, runId: string): Promise<ClaimedRun | null> {
  const { rows } = await db.execute<ClaimedRun & Record<string, unknown>>(sql`
    update run set status = 'running', owner = ${terms.owner}, epoch = run.epoch + 1,
      lease_until = ${leaseEnd(terms.leaseMs)}, started_at = now()
    where run.id = ${runId} and ${foundRunIs(sql`run`, 'queued')}
    returning ${claimedColumns('queued')}`);
  return rows[0] ?? null;
}
