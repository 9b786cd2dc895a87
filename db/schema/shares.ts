import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { SHARE_LEVELS } from '../permissions/permissions';
import { SHARE_AUDIENCES, SHARE_MODES, type ShareSnapshot } from '../types/share-record';
import { user } from './auth';
import { conversation } from './conversations';
import { workspace } from './workspaces';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** A link to one branch of a conversation. Who may open it is decided anew at every request, by `db/queries/shared`. */
export const share = pgTable(
  'share',
  {
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    /** Who answers for it: while they may not share the conversation, nobody can open the link. */
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** The branch that is shown; of a live link with what follows it. */
    leafId: uuid('leaf_id').notNull(),
    level: text('level', { enum: SHARE_LEVELS }).notNull(),
    systemMessages: boolean('system_messages').notNull().default(false),
    mode: text('mode', { enum: SHARE_MODES }).notNull(),
    audience: text('audience', { enum: SHARE_AUDIENCES }).notNull(),
    /** E-mail addresses in lower case. */
    people: text('people').array().notNull().default([]),
    /** argon2id. */
    passwordHash: text('password_hash'),
    /** SHA-256 of the token, which is random. */
    tokenHash: text('token_hash').notNull().unique(),
    /** The token once more, encrypted, to be given to its owner again. */
    tokenCiphertext: text('token_ciphertext').notNull(),
    /** Shown in place of the conversation's. */
    title: text('title'),
    snapshot: jsonb('snapshot').$type<ShareSnapshot>(),
    /** Raised by whatever changes who sees what: what was opened before ends. */
    version: integer('version').notNull().default(1),
    expiresAt: at('expires_at'),
    revokedAt: at('revoked_at'),
    views: integer('views').notNull().default(0),
    lastViewedAt: at('last_viewed_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('share_owner').on(t.ownerId, t.createdAt),
    index('share_conversation').on(t.conversationId),
    index('share_workspace').on(t.workspaceId),
  ],
);
