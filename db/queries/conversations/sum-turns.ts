import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from './visible-conversation';

/** What ended runs have used together. */
export interface TurnSum {
  turns: number;
  tokens: number;
  /** US dollars; `null` = no price is known. */
  costUsd: number | null;
  unpricedTokens: number;
  /** Tokens of contexts that agents gave one another. */
  sharedTokens: number;
}

/** Sums up those of some runs that are over and that the actor may see. */
export async function sumTurns(actor: QueryActor, runIds: string[]): Promise<TurnSum> {
  const db = await getDb();
  const field = (name: string) => sql`(${run.result} ->> ${name}::text)::float8`;
  const [sum] = await db
    .select({
      turns: sql<number>`count(*)::int`,
      tokens: sql<number>`coalesce(sum(${field('inputTokens')} + ${field('outputTokens')}), 0)`,
      costUsd: sql<number | null>`sum(${field('costUsd')})`,
      unpricedTokens: sql<number>`coalesce(sum(${field('unpricedTokens')}), 0)`,
      sharedTokens: sql<number>`coalesce(sum((${run.result} -> 'context' ->> 'tokens')::float8), 0)`,
    })
    .from(run)
    .innerJoin(conversation, eq(conversation.id, run.conversationId))
    .where(
      and(
        sql`${run.id} = any(${sql.param(runIds)}::uuid[])`,
        isNotNull(run.result),
        visibleConversation(actor, 'conversation.read'),
      ),
    );
  return sum ?? { turns: 0, tokens: 0, costUsd: null, unpricedTokens: 0, sharedTokens: 0 };
}
