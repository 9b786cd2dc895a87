import { and, desc, eq, lt, or } from 'drizzle-orm';
import { getDb } from '../../client';
import { user } from '../../schema/auth';
import { conversation } from '../../schema/conversations';
import { share } from '../../schema/shares';
import type { QueryActor } from '../../types/query-actor';
import type { ShareRecord } from '../../types/share-record';
import { SHARE_COLUMNS } from './share-columns';
import { visibleShare } from './visible-share';

export interface ShareFilter {
  id?: string;
  conversationId?: string;
  workspaceId?: string;
  /** Only those that the actor has made. */
  own?: boolean;
  /** The last row of the page before. */
  after?: { time: Date; id: string };
  limit: number;
}

/** Links that the actor may see, newest first. */
export async function selectShares(actor: QueryActor, filter: ShareFilter): Promise<ShareRecord[]> {
  const { id, conversationId, workspaceId, own, after, limit } = filter;
  const db = await getDb();
  return db
    .select(SHARE_COLUMNS)
    .from(share)
    .innerJoin(conversation, eq(conversation.id, share.conversationId))
    .innerJoin(user, eq(user.id, share.ownerId))
    .where(
      and(
        visibleShare(actor, 'share.read'),
        id ? eq(share.id, id) : undefined,
        conversationId ? eq(share.conversationId, conversationId) : undefined,
        workspaceId ? eq(conversation.workspaceId, workspaceId) : undefined,
        own ? eq(share.ownerId, actor.userId) : undefined,
        after
          ? or(lt(share.createdAt, after.time), and(eq(share.createdAt, after.time), lt(share.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(share.createdAt), desc(share.id))
    .limit(limit);
}
