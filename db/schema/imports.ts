import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** A file of conversations that is being taken in, or was. What it held is in the conversations, not here. */
export const conversationImport = pgTable(
  'conversation_import',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    status: text('status', { enum: ['running', 'finished', 'failed'] }).notNull(),
    /** Conversations in the file; null until they have been counted. */
    total: integer('total'),
    done: integer('done').notNull().default(0),
    /** Ids of the conversations; their titles are theirs. */
    items: jsonb('items').$type<string[]>().notNull().default([]),
    warnings: jsonb('warnings').$type<string[]>().notNull().default([]),
    /** Why it failed, in words for people. */
    problem: text('problem'),
    createdAt: at('created_at').notNull().defaultNow(),
    /** A running one that has been silent for long has lost its process. */
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('conversation_import_user').on(t.userId)],
);
