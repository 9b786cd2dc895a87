import { and, eq, gte, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { usageEntry } from '../../schema/usage';

/** What ended runs have cost since a moment, at list price, and how many tokens had none. */
export interface Spent {
  costUsd: number;
  unpricedTokens: number;
}

const NOTHING: Spent = { costUsd: 0, unpricedTokens: 0 };

/** What was spent in a workspace since then, by one of its members and by all: for caps, which count it whoever asks. */
export async function spentSince(
  workspaceId: string,
  userId: string,
  since: Date,
): Promise<{ member: Spent; workspace: Spent }> {
  const db = await getDb();
  const isMembers = sql`${usageEntry.userId} = ${userId}`;
  const sum = (what: typeof usageEntry.costUsd | typeof usageEntry.unpricedTokens, filter = sql`true`) =>
    sql<number>`coalesce(sum(${what}) filter (where ${filter}), 0)`.mapWith(Number);
  const [found] = await db
    .select({
      member: {
        costUsd: sum(usageEntry.costUsd, isMembers),
        unpricedTokens: sum(usageEntry.unpricedTokens, isMembers),
      },
      workspace: { costUsd: sum(usageEntry.costUsd), unpricedTokens: sum(usageEntry.unpricedTokens) },
    })
    .from(usageEntry)
    .where(and(eq(usageEntry.workspaceId, workspaceId), gte(usageEntry.at, since)));
  return found ?? { member: NOTHING, workspace: NOTHING };
}
