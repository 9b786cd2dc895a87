import { and, eq, isNull, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { share } from '../../schema/shares';
import type { QueryActor } from '../../types/query-actor';
import { visibleShare } from './visible-share';

export type ShareChanges = Partial<
  Pick<
    typeof share.$inferInsert,
    | 'leafId'
    | 'level'
    | 'systemMessages'
    | 'mode'
    | 'audience'
    | 'people'
    | 'passwordHash'
    | 'title'
    | 'snapshot'
    | 'expiresAt'
    | 'ownerId'
  >
>;

/**
 * Changes a link that has not been revoked, and ends what is open on it. Gives its workspace; null when there is none that the actor may
 * change.
 */
export async function changeShare(
  actor: QueryActor,
  shareId: string,
  changes: ShareChanges,
): Promise<{ workspaceId: string } | null> {
  const db = await getDb();
  const changed = await db
    .update(share)
    .set({ ...changes, version: sql`${share.version} + 1` })
    .from(conversation)
    .where(
      and(
        eq(share.id, shareId),
        eq(conversation.id, share.conversationId),
        isNull(share.revokedAt),
        visibleShare(actor, 'share.write'),
      ),
    )
    .returning({ workspaceId: conversation.workspaceId });
  return changed[0] ?? null;
}
