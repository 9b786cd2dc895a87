import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth';
import { workspace } from './workspaces';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** What a message holds. */
export type MessagePart =
  | { type: 'text'; text: string }
  | {
      type: 'attachment';
      id: string;
      name: string;
      mediaType: string;
      bytes: number;
      kind: 'image' | 'document' | 'text';
    }
  /** Stands in an answer that a person has continued from: the next turn begins with the context of this snapshot. */
  | { type: 'context'; contextId: string; slot: string; answerId: string | null }
  /** Stands in an answer that came with a file and has no run: which program wrote it, and the model where the file names it. */
  | { type: 'source'; from: ImportSource; model: string | null };

export const IMPORT_SOURCES = ['massgen', 'chatgpt', 'claude'] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** Which answer a person chose after a run's end, who, and when. */
export interface ChosenAnswer {
  answerId: string;
  by: { userId: string };
  at: string;
}

const TITLE_SOURCES = ['rule', 'model', 'person'] as const;

export const conversation = pgTable(
  'conversation',
  {
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    /** Who has given the title: a rule, from the first question; a model of the team; a person, whose title nothing replaces. */
    titleBy: text('title_by', { enum: TITLE_SOURCES }).notNull().default('rule'),
    /** What it is about, in a sentence or two; null = nothing has been written yet. */
    summary: text('summary'),
    /** `private` = only the owner, `workspace` = every member. */
    visibility: text('visibility', { enum: ['private', 'workspace'] })
      .notNull()
      .default('private'),
    labels: text('labels').array().notNull().default([]),
    /**
     * The message whose path to the root is shown to those who have no branch of their own yet (`reading`). No foreign key: the two tables
     * would refer to each other.
     */
    activeLeafId: uuid('active_leaf_id'),
    archivedAt: at('archived_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('conversation_recent').on(t.workspaceId, t.updatedAt, t.id), index('conversation_owner').on(t.ownerId)],
);

/** Giving a conversation its title and summary after its first run: done once, whatever ends in between. */
export const conversationNaming = pgTable('conversation_naming', {
  conversationId: uuid('conversation_id')
    .primaryKey()
    .references(() => conversation.id, { onDelete: 'cascade' }),
  /** When a process last began with it. */
  claimedAt: at('claimed_at').notNull(),
  tries: integer('tries').notNull(),
  /** Null = nobody has come to the end of it. */
  doneAt: at('done_at'),
});

/** A tree: siblings are edits or other runs of the same turn. */
export const message = pgTable(
  'message',
  {
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    parentId: uuid('parent_id'),
    role: text('role', { enum: ['user', 'assistant'] }).notNull(),
    /** Of an assistant message: empty until its run has ended. */
    parts: jsonb('parts').$type<MessagePart[]>().notNull(),
    /** Of an assistant message: the answer that a person chose after the run's end, whose text `parts` then holds. */
    chosen: jsonb('chosen').$type<ChosenAnswer>(),
    /** Of a question: the checks that were given with it, for who asks it again. */
    checks: jsonb('checks').$type<unknown[]>(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [index('message_conversation').on(t.conversationId, t.createdAt), index('message_parent').on(t.parentId)],
);

/** How a conversation is for one reader: which branch they see, since when they have read it, whether it is pinned. */
export const reading = pgTable(
  'reading',
  {
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** The message whose path to the root they are shown. */
    leafId: uuid('leaf_id'),
    /** A run that has ended later is news. */
    readAt: at('read_at').notNull().defaultNow(),
    pinnedAt: at('pinned_at'),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.userId] }), index('reading_user').on(t.userId, t.pinnedAt)],
);
