import { eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { rateLimit } from '../../schema/auth';

/** Takes one hit back, or all of the key. */
export async function forgiveHits(key: string, hits: 'one' | 'all'): Promise<void> {
  const db = await getDb();
  if (hits === 'all') await db.delete(rateLimit).where(eq(rateLimit.key, key));
  else
    await db
      .update(rateLimit)
      .set({ count: sql`greatest(${rateLimit.count} - 1, 0)` })
      .where(eq(rateLimit.key, key));
}
