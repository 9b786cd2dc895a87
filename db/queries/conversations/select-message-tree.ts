import { and, asc, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation, message } from '../../schema/conversations';
import { run } from '../../schema/runs';
import type { QueryActor } from '../../types/query-actor';
import type { RunStatus } from '../../types/run-status';
import { visibleConversation } from './visible-conversation';

/** A message without what it says. */
export interface MessageNode {
  id: string;
  parentId: string | null;
  role: 'user' | 'assistant';
  /** Of an assistant message: the run that writes it. */
  runId: string | null;
  status: RunStatus | null;
}

/** The shape of a conversation that the actor may see: all its messages, oldest first, without their texts. */
export async function selectMessageTree(actor: QueryActor, conversationId: string): Promise<MessageNode[]> {
  const db = await getDb();
  return db
    .select({ id: message.id, parentId: message.parentId, role: message.role, runId: run.id, status: run.status })
    .from(message)
    .innerJoin(conversation, eq(conversation.id, message.conversationId))
    .leftJoin(run, eq(run.answerMessageId, message.id))
    .where(and(eq(message.conversationId, conversationId), visibleConversation(actor, 'conversation.read')))
    .orderBy(asc(message.id));
}
