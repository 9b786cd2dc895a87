import { sql } from 'drizzle-orm';
import { user } from '../../schema/auth';
import { conversation } from '../../schema/conversations';
import { share } from '../../schema/shares';

/** A `ShareRecord` from a query that joins the conversation and the owner; neither its token nor its password is part of it. */
export const SHARE_COLUMNS = {
  id: share.id,
  conversationId: share.conversationId,
  conversationTitle: conversation.title,
  ownerId: share.ownerId,
  ownerName: user.name,
  leafId: share.leafId,
  level: share.level,
  systemMessages: share.systemMessages,
  mode: share.mode,
  audience: share.audience,
  people: share.people,
  hasPassword: sql<boolean>`${share.passwordHash} is not null`,
  title: share.title,
  expiresAt: share.expiresAt,
  revokedAt: share.revokedAt,
  snapshotAt: sql<string | null>`${share.snapshot} ->> 'takenAt'`,
  views: share.views,
  lastViewedAt: share.lastViewedAt,
  createdAt: share.createdAt,
};
