import { and, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import type { ShareLevel } from '../../permissions/permissions';
import { user } from '../../schema/auth';
import { conversation } from '../../schema/conversations';
import { share } from '../../schema/shares';
import type { QueryActor } from '../../types/query-actor';
import type { SharedWith, ShareMode, ShareSnapshot } from '../../types/share-record';
import { isColleague, shareOpens } from './share-opens';

/** A link as it is opened by somebody for whom it is. */
export interface OpenShare {
  id: string;
  conversationId: string;
  workspaceId: string;
  leafId: string;
  level: ShareLevel;
  systemMessages: boolean;
  mode: ShareMode;
  audience: SharedWith;
  passwordHash: string | null;
  snapshot: ShareSnapshot | null;
  version: number;
  title: string;
  ownerName: string;
  /** Whether the viewer belongs to its workspace. */
  isColleague: boolean;
}

/** The link with this token, if it opens for this person (`null` = whoever is not signed in). */
export async function findOpenShare(tokenHash: string, who: QueryActor | null): Promise<OpenShare | null> {
  const viewer = { userId: sql`${who?.userId ?? null}::uuid`, onlyIn: sql`${who?.onlyIn ?? null}` };
  const db = await getDb();
  const [found] = await db
    .select({
      id: share.id,
      conversationId: share.conversationId,
      workspaceId: conversation.workspaceId,
      leafId: share.leafId,
      level: share.level,
      systemMessages: share.systemMessages,
      mode: share.mode,
      audience: share.audience,
      passwordHash: share.passwordHash,
      snapshot: share.snapshot,
      version: share.version,
      // A snapshot keeps the title that the conversation had.
      title: sql<string>`coalesce(${share.title}, ${share.snapshot} ->> 'title', ${conversation.title})`,
      ownerName: user.name,
      isColleague: sql<boolean>`${isColleague(viewer)}`,
    })
    .from(share)
    .innerJoin(conversation, eq(conversation.id, share.conversationId))
    .innerJoin(user, eq(user.id, share.ownerId))
    .where(and(eq(share.tokenHash, tokenHash), shareOpens(viewer)));
  return found ?? null;
}
