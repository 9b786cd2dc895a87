import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { usageEntry } from '../../schema/usage';
import type { QueryActor } from '../../types/query-actor';
import type { RequestUsage } from '../../types/request-usage';
import { visibleConversation } from '../conversations/visible-conversation';
import { memberOf } from '../member-of';

export type UsageGrouping = 'day' | 'model' | 'conversation' | 'phase' | 'all';

export interface UsageFilter {
  /** `own` = what the actor's runs used; `workspace` = everybody's, in workspaces that the actor manages. */
  scope: 'own' | 'workspace';
  from: Date;
  /** Not included. */
  to: Date;
  conversationId?: string;
  limit: number;
}

export interface UsageRow extends RequestUsage {
  /** `2026-11-22`, the model's name, the conversation's id, the phase; null for `all` and for conversations without a title. */
  key: string | null;
  /** Of `model`. */
  backend: string | null;
  /** Of `conversation`; null for those that are deleted or that the actor may not see, taken together. */
  title: string | null;
  runs: number;
}

const KEY: Record<UsageGrouping, SQL<string | null>> = {
  day: sql<string>`to_char(${usageEntry.at} at time zone 'UTC', 'YYYY-MM-DD')`,
  model: sql<string>`${usageEntry.model}`,
  conversation: sql<string | null>`${conversation.id}::text`,
  phase: sql<string>`${usageEntry.phase}`,
  all: sql<null>`null::text`,
};

/** What runs have used in a span of time, summed up by `grouping`: days newest first, everything else dearest first. */
export async function selectUsage(
  actor: QueryActor,
  grouping: UsageGrouping,
  filter: UsageFilter,
): Promise<UsageRow[]> {
  const db = await getDb();
  const key = KEY[grouping];
  const backend = grouping === 'model' ? sql<string | null>`${usageEntry.backend}` : sql<null>`null::text`;
  const title = sql<string | null>`${grouping === 'conversation' ? sql`max(${conversation.title})` : sql`null::text`}`;
  const sum = (column: SQL | typeof usageEntry.inputTokens) => sql<number>`sum(${column})`.mapWith(Number);
  const rows = db
    .select({
      key,
      backend,
      title,
      runs: sql<number>`count(distinct ${usageEntry.runId})`.mapWith(Number),
      requests: sql<number>`sum(${usageEntry.requests})`.mapWith(Number),
      inputTokens: sum(usageEntry.inputTokens),
      outputTokens: sum(usageEntry.outputTokens),
      cachedTokens: sum(usageEntry.cachedTokens),
      reasoningTokens: sum(usageEntry.reasoningTokens),
      unpricedTokens: sum(usageEntry.unpricedTokens),
      estimatedTokens: sum(usageEntry.estimatedTokens),
      costUsd: sql<number | null>`sum(${usageEntry.costUsd})`,
      priceDate: sql<string | null>`min(${usageEntry.priceDate})`,
    })
    .from(usageEntry)
    .leftJoin(
      conversation,
      and(eq(conversation.id, usageEntry.conversationId), visibleConversation(actor, 'conversation.read')),
    )
    .where(
      and(
        filter.scope === 'own'
          ? and(eq(usageEntry.userId, actor.userId), memberOf(actor, usageEntry.workspaceId, 'usage.read', 'own'))
          : memberOf(actor, usageEntry.workspaceId, 'usage.read'),
        gte(usageEntry.at, filter.from),
        lt(usageEntry.at, filter.to),
        filter.conversationId ? eq(usageEntry.conversationId, filter.conversationId) : undefined,
      ),
    )
    .$dynamic();
  if (grouping === 'all') return (await rows).filter(({ runs }) => runs > 0);
  const order =
    grouping === 'day'
      ? [desc(key)]
      : [
          sql`sum(${usageEntry.costUsd}) desc nulls last`,
          sql`sum(${usageEntry.inputTokens} + ${usageEntry.outputTokens}) desc`,
          key,
        ];
  // By position: an expression with parameters of its own would not count as the same.
  return rows
    .groupBy(grouping === 'model' ? sql`1, 2` : sql`1`)
    .orderBy(...order)
    .limit(filter.limit);
}
