import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { message } from './conversations';
import { workspace } from './workspaces';

/** A conversation in short, from its beginning up to a message, for requests that cannot hold it. Never changed. */
export const historySummary = pgTable('history_summary', {
  messageId: uuid('message_id')
    .primaryKey()
    .references(() => message.id, { onDelete: 'cascade' }),
  workspaceId: uuid('workspace_id')
    .notNull()
    .references(() => workspace.id, { onDelete: 'cascade' }),
  text: text('text').notNull(),
  /** The model that wrote it; `null` = made by rule. */
  madeBy: jsonb('made_by').$type<{ type: string; model: string }>(),
  createdAt: timestamp('created_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull().defaultNow(),
});
