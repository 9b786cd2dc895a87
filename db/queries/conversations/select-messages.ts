import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { type ChosenAnswer, conversation, type MessagePart, message } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import type { RunResult } from '../../types/run-result';
import type { RunStatus } from '../../types/run-status';
import { visibleConversation } from './visible-conversation';

export interface MessageRecord {
  id: string;
  conversationId: string;
  parentId: string | null;
  role: 'user' | 'assistant';
  parts: MessagePart[];
  /** Of an answer: what a person chose after the run's end; `parts` then hold its text. */
  chosen: ChosenAnswer | null;
  /** Of a question: what was given with it. */
  checks: unknown[] | null;
  createdAt: Date;
  /** Of an assistant message: the run that writes it. */
  run: { id: string; status: RunStatus; result: RunResult | null } | null;
}

/** Some messages of a conversation that the actor may see, oldest first. */
export async function selectMessages(
  actor: QueryActor,
  conversationId: string,
  messageIds: string[],
): Promise<MessageRecord[]> {
  const db = await getDb();
  const { workspaceId: _, ...columns } = getTableColumns(message);
  return db
    .select({ ...columns, run: { id: run.id, status: run.status, result: run.result } })
    .from(message)
    .innerJoin(conversation, eq(conversation.id, message.conversationId))
    .leftJoin(run, eq(run.answerMessageId, message.id))
    .where(
      and(
        sql`${message.id} = any(${sql.param(messageIds)}::uuid[])`,
        eq(message.conversationId, conversationId),
        visibleConversation(actor, 'conversation.read'),
      ),
    )
    .orderBy(asc(message.id));
}
