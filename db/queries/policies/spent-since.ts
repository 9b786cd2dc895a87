import { and, eq, gte, ne, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { getDb } from '../../client';
import { run } from '../../schema/runs';
import { liveSpending, usageEntry } from '../../schema/usage';

/** What runs have cost since a moment, at list price, and how many tokens had none. */
export interface Spent {
  costUsd: number;
  unpricedTokens: number;
}

interface SpentBy {
  member: Spent;
  workspace: Spent;
}

interface SpentIn {
  workspaceId: string;
  userId: string;
  /** Of this run nothing is counted. */
  exceptRunId?: string;
}

/**
 * What was spent in a workspace since then, by one of its members and by all, with what runs that go on have reported so far, in whatever
 * process: for caps, which count it whoever asks. A run counts once: its row for the time being ends in the statement that writes what stays.
 */
export async function spentSince({ workspaceId, userId, exceptRunId }: SpentIn, since: Date): Promise<SpentBy> {
  const db = await getDb();
  const ended = db
    .select(sums(usageEntry, userId))
    .from(usageEntry)
    .where(and(eq(usageEntry.workspaceId, workspaceId), gte(usageEntry.at, since)));
  const live = db
    .select(sums(liveSpending, userId))
    .from(liveSpending)
    .innerJoin(run, eq(run.id, liveSpending.runId))
    .where(
      and(
        eq(liveSpending.workspaceId, workspaceId),
        eq(run.status, 'running'),
        exceptRunId === undefined ? undefined : ne(run.id, exceptRunId),
      ),
    );
  // In one statement: between two a run could end, and count twice or not at all.
  const all = ended.unionAll(live).as('spent');
  const total = (column: AnyPgColumn | SQL.Aliased<number>) => sql<number>`sum(${column})`.mapWith(Number);
  const [found] = await db
    .select({
      ofMember: total(all.ofMember),
      tokensOfMember: total(all.tokensOfMember),
      ofAll: total(all.ofAll),
      tokensOfAll: total(all.tokensOfAll),
    })
    .from(all);
  return {
    member: { costUsd: found?.ofMember ?? 0, unpricedTokens: found?.tokensOfMember ?? 0 },
    workspace: { costUsd: found?.ofAll ?? 0, unpricedTokens: found?.tokensOfAll ?? 0 },
  };
}

function sums({ userId, costUsd, unpricedTokens }: typeof usageEntry | typeof liveSpending, member: string) {
  const sum = (what: AnyPgColumn, name: string, filter = sql`true`) =>
    sql<number>`coalesce(sum(${what}) filter (where ${filter}), 0)::double precision`.mapWith(Number).as(name);
  const isMembers = sql`${userId} = ${member}`;
  return {
    ofMember: sum(costUsd, 'of_member', isMembers),
    tokensOfMember: sum(unpricedTokens, 'tokens_of_member', isMembers),
    ofAll: sum(costUsd, 'of_all'),
    tokensOfAll: sum(unpricedTokens, 'tokens_of_all'),
  };
}
