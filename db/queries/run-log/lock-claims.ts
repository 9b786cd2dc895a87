import { sql } from 'drizzle-orm';
import type { Db } from '../../types/database';

/** Any number that no other lock of the application uses; `places_taken` (migration 0025) has it too. */
const CLAIM_LOCK = 7_284_016_356;

/** Runs begin one after the other, so that two processes cannot both take the last free place. Until the end of the transaction. */
export async function lockClaims(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${CLAIM_LOCK})`);
}
