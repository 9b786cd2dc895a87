import { bigint, bigserial, customType, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth';
import { conversation } from './conversations';
import { workspace } from './workspaces';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** What can be found: a title, a question or an answer, as the words that it consists of (`lib/features/search`). */
export const searchEntry = pgTable(
  'search_entry',
  {
    /** Of the message; of a title, of its conversation. */
    id: uuid('id').primaryKey(),
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['title', 'question', 'answer'] }).notNull(),
    /** Who has asked it, or made the conversation. */
    authorId: uuid('author_id').references(() => user.id, { onDelete: 'set null' }),
    /** Name of the team that was asked. */
    team: text('team'),
    at: timestamp('at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
    /** Of the newest `search_pending` that it is made from: an older state never replaces a newer one. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    words: tsvector('words').notNull(),
  },
  (t) => [
    index('search_entry_words').using('gin', t.words),
    index('search_entry_recent').on(t.workspaceId, t.at),
    index('search_entry_conversation').on(t.conversationId),
  ],
);

/** What has been written and cannot be found yet. Triggers fill it (migration `conversations`), whoever writes. */
export const searchPending = pgTable('search_pending', {
  seq: bigserial('seq', { mode: 'number' }).primaryKey(),
  /** As `search_entry.id`. */
  id: uuid('id').notNull(),
  conversationId: uuid('conversation_id').notNull(),
});
