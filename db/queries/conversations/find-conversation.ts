import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation, reading } from '../../schema/conversations';
import type { ConversationRecord } from '../../types/conversation-record';
import type { QueryActor } from '../../types/query-actor';
import { asReadBy, ownReading } from './as-read-by';
import { visibleConversation } from './visible-conversation';

/** A conversation that the actor may see (`read`), change (`write`) or share (`share`), as they see it; null for any other. */
export async function findConversation(
  actor: QueryActor,
  conversationId: string,
  need: 'read' | 'write' | 'share',
): Promise<ConversationRecord | null> {
  const db = await getDb();
  const [found] = await db
    .select(asReadBy())
    .from(conversation)
    .leftJoin(reading, ownReading(actor))
    .where(
      and(
        eq(conversation.id, conversationId),
        visibleConversation(actor, need === 'share' ? 'share.create' : `conversation.${need}`),
      ),
    );
  return found ?? null;
}
