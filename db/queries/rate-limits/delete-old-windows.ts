import { lt, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { rateLimit } from '../../schema/auth';

/** Removes what is over, so that the table stays small. */
export async function deleteOldWindows(): Promise<void> {
  const db = await getDb();
  await db.delete(rateLimit).where(lt(rateLimit.resetsAt, sql`now()`));
}
