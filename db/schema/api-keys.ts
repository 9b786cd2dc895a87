import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { SCOPES } from '../permissions/permissions';
import { user } from './auth';
import { workspace } from './workspaces';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** What programs send in place of a session. */
export const apiKey = pgTable(
  'api_key',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** SHA-256 of the key, which is random, so that a slow hash would add nothing. */
    hash: text('hash').notNull().unique(),
    /** The first characters, to recognise it by. */
    prefix: text('prefix').notNull(),
    scope: text('scope', { enum: SCOPES }).notNull().default('manage'),
    /** Set for a key that reaches nothing but one workspace. */
    workspaceId: uuid('workspace_id').references(() => workspace.id, { onDelete: 'cascade' }),
    /** Set when somebody else has made the key for the person. */
    madeBy: uuid('made_by').references(() => user.id, { onDelete: 'set null' }),
    expiresAt: at('expires_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('api_key_user').on(t.userId)],
);
