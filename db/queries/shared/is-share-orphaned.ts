import { and, eq, not, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { share } from '../../schema/shares';
import { visibleConversation } from '../conversations/visible-conversation';

/** Whether who made the link may not share its conversation any more, having left the workspace for example. */
export async function isShareOrphaned(shareId: string): Promise<boolean> {
  const db = await getDb();
  const mayShare = visibleConversation({ userId: sql`${share.ownerId}` }, 'share.create') ?? sql`true`;
  const [found] = await db
    .select({ id: share.id })
    .from(share)
    .innerJoin(conversation, eq(conversation.id, share.conversationId))
    .where(and(eq(share.id, shareId), not(mayShare)));
  return found !== undefined;
}
