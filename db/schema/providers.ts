import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth';
import { workspace } from './workspaces';

/** A model provider's key, of a person (`userId`) or of a whole workspace (`userId` null). */
export const providerKey = pgTable(
  'provider_key',
  {
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    userId: uuid('user_id').references(() => user.id, { onDelete: 'cascade' }),
    /** Backend type, for example `openai_compatible`. */
    provider: text('provider').notNull(),
    /** AES-256-GCM, see lib/security. */
    ciphertext: text('ciphertext').notNull(),
    /** The last four characters, to recognise it by. */
    hint: text('hint').notNull(),
    baseUrl: text('base_url'),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (t) => [index('provider_key_workspace').on(t.workspaceId, t.provider)],
);
