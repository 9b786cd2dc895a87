import { sql } from 'drizzle-orm';
import { getDb } from '../../client';
import type { QueryActor } from '../../types/query-actor';
import { keptOnPurpose, unusedFor } from './left-alone';

/** How many conversations of the actor's own would be deleted now if they were kept for so many days, and how many of those unused stay. */
export async function countUnusedConversations(
  actor: QueryActor,
  days: number,
): Promise<{ conversations: number; kept: number }> {
  const db = await getDb();
  const { rows } = await db.execute<{ conversations: number; kept: number }>(sql`
    select count(*) filter (where not ${keptOnPurpose()})::int as conversations, count(*) filter (where ${keptOnPurpose()})::int as kept
    from conversation c where c.owner_id = ${actor.userId} and ${unusedFor(sql`${days}::int`)}`);
  return rows[0] ?? { conversations: 0, kept: 0 };
}
