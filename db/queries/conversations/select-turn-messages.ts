import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { type ChosenAnswer, conversation, type MessagePart, message } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import type { RunResult } from '../../types/run-result';
import type { RunStatus } from '../../types/run-status';
import { visibleConversation } from './visible-conversation';

export interface TurnMessage {
  id: string;
  /** Empty for an answer that a run writes, unless another was chosen: its text is `final`. */
  parts: MessagePart[];
  /** Of a question: what was given with it. */
  checks: unknown[] | null;
  /** Of an answer that a run writes. */
  status: RunStatus | null;
  /** Of an answer that a run writes: who asked; `null` = nobody who is there any more. */
  createdBy: string | null;
  /** Of an answer whose run is over; `final` is no longer than was asked for. */
  result: RunResult | null;
  /** What a person chose after the run's end; `parts` then hold its text. */
  chosen: ChosenAnswer | null;
  /** Characters of the whole final answer. */
  finalLength: number | null;
}

/**
 * What some messages of a conversation say that the actor may see, in no order, with at most `longest` characters of each final answer:
 * a page shows the beginning of a huge one.
 */
export async function selectTurnMessages(
  actor: QueryActor,
  conversationId: string,
  messageIds: string[],
  longest: number,
): Promise<TurnMessage[]> {
  const db = await getDb();
  const { id } = getTableColumns(message);
  const rows = await db
    .select({
      id,
      chosen: message.chosen,
      checks: message.checks,
      parts: sql<
        MessagePart[]
      >`case when ${run.id} is null or ${message.chosen} is not null then ${message.parts} else '[]'::jsonb end`,
      status: run.status,
      createdBy: run.createdBy,
      rest: sql<Omit<RunResult, 'final'> | null>`${run.result} - 'final' - 'usage' - 'observations'`,
      final: sql<string | null>`left(${run.result} ->> 'final', ${longest}::int)`,
      finalLength: sql<number | null>`length(${run.result} ->> 'final')`,
    })
    .from(message)
    .innerJoin(conversation, eq(conversation.id, message.conversationId))
    .leftJoin(run, eq(run.answerMessageId, message.id))
    .where(
      and(
        sql`${message.id} = any(${sql.param(messageIds)}::uuid[])`,
        eq(message.conversationId, conversationId),
        visibleConversation(actor, 'conversation.read'),
      ),
    );
  return rows.map(({ rest, final, ...row }) => ({ ...row, result: rest && { ...rest, final } }));
}
