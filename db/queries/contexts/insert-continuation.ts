import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import { conversation, type MessagePart, message, reading } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';

export interface NewContinuation {
  conversationId: string;
  /** The question that it answers. */
  parentId: string;
  parts: MessagePart[];
  /** Whether the actor is shown it. */
  isShown: boolean;
}

/** Makes an answer without a run beside those that are there. Returns its id, `null` when the actor may not write there. */
export async function insertContinuation(
  actor: QueryActor,
  { conversationId, isShown, ...values }: NewContinuation,
): Promise<string | null> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const place = and(eq(conversation.id, conversationId), visibleConversation(actor, 'context.fork'));
    const [found] = await tx
      .select({ workspaceId: conversation.workspaceId })
      .from(conversation)
      .where(place)
      .for('update');
    if (!found) return null;
    const id = uuidv7();
    await tx.insert(message).values({ id, conversationId, role: 'assistant', ...found, ...values });
    if (isShown) {
      await tx.update(conversation).set({ activeLeafId: id, updatedAt: sql`now()` }).where(place);
      const shown = { conversationId, userId: actor.userId, leafId: id };
      await tx
        .insert(reading)
        .values(shown)
        .onConflictDoUpdate({ target: [reading.conversationId, reading.userId], set: { leafId: id } });
    }
    return id;
  });
}
