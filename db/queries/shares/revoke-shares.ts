import { and, eq, isNull, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { share } from '../../schema/shares';
import type { QueryActor } from '../../types/query-actor';
import { visibleShare } from './visible-share';

/** Revokes a link that the actor may change, or all that they have made, and returns which. */
export async function revokeShares(
  actor: QueryActor,
  which: { id: string } | 'own',
): Promise<{ id: string; workspaceId: string }[]> {
  const db = await getDb();
  return db
    .update(share)
    .set({ revokedAt: sql`now()`, version: sql`${share.version} + 1` })
    .from(conversation)
    .where(
      and(
        which === 'own' ? eq(share.ownerId, actor.userId) : eq(share.id, which.id),
        eq(conversation.id, share.conversationId),
        isNull(share.revokedAt),
        visibleShare(actor, 'share.write'),
      ),
    )
    .returning({ id: share.id, workspaceId: conversation.workspaceId });
}
