import { and, eq, isNull } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { share } from '../../schema/shares';
import type { QueryActor } from '../../types/query-actor';
import { visibleShare } from './visible-share';

/** The encrypted token of a link that the actor has made and not revoked. */
export async function findShareToken(actor: QueryActor, shareId: string): Promise<string | null> {
  const db = await getDb();
  const [found] = await db
    .select({ token: share.tokenCiphertext })
    .from(share)
    .innerJoin(conversation, eq(conversation.id, share.conversationId))
    .where(
      and(
        eq(share.id, shareId),
        eq(share.ownerId, actor.userId),
        isNull(share.revokedAt),
        visibleShare(actor, 'share.write'),
      ),
    );
  return found?.token ?? null;
}
