import { sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { rateLimit } from '../../schema/auth';

/** Counts one hit in the key's current window, or in a new one when that is over. Returns the count with this hit. */
export async function countHit(key: string, windowSeconds: number): Promise<{ count: number; secondsLeft: number }> {
  const db = await getDb();
  const end = sql`now() + make_interval(secs => ${windowSeconds}::integer)`;
  const [row] = await db
    .insert(rateLimit)
    .values({ key, count: 1, resetsAt: end })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${rateLimit.resetsAt} <= now() then 1 else ${rateLimit.count} + 1 end`,
        resetsAt: sql`case when ${rateLimit.resetsAt} <= now() then ${end} else ${rateLimit.resetsAt} end`,
      },
    })
    .returning({
      count: rateLimit.count,
      secondsLeft: sql<number>`ceil(extract(epoch from ${rateLimit.resetsAt} - now()))::integer`,
    });
  if (!row) throw new Error('An upsert returned no row.');
  return row;
}
