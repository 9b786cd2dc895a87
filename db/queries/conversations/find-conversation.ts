import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import type { ConversationRecord } from '../../types/conversation-record';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from './visible-conversation';

/** A conversation that the actor may see (`read`), change (`write`) or share (`share`); null for any other. */
export async function findConversation(
  actor: QueryActor,
  conversationId: string,
  need: 'read' | 'write' | 'share',
): Promise<ConversationRecord | null> {
  const db = await getDb();
  const [found] = await db
    .select()
    .from(conversation)
    .where(
      and(
        eq(conversation.id, conversationId),
        visibleConversation(actor, need === 'share' ? 'share.create' : `conversation.${need}`),
      ),
    );
  return found ?? null;
}
