import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { conversation } from './conversations';
import { workspace } from './workspaces';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const SNAPSHOT_KINDS = ['answer', 'tools', 'call'] as const;

/**
 * A snapshot of a slot's context (docs/context-sharing.md). Everything that it vouches for is in its manifest, a blob of the name `hash`;
 * the row is for finding it. Never changed, removed only with its conversation.
 */
export const contextSnapshot = pgTable(
  'context_snapshot',
  {
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    /** No foreign key: its check would cost as much as the row. */
    runId: uuid('run_id').notNull(),
    slot: text('slot').notNull(),
    /** Of the last event of the run's log that it covers. */
    seq: integer('seq').notNull(),
    kind: text('kind', { enum: SNAPSHOT_KINDS }).notNull(),
    /** SHA-256 of the manifest. */
    hash: text('hash').notNull(),
    parentId: uuid('parent_id'),
    answerId: text('answer_id'),
    /** The manifest names all files, not only what has changed. */
    isComplete: boolean('is_complete').notNull(),
    /** Newly stored for it. */
    bytes: integer('bytes').notNull(),
    tookMs: integer('took_ms').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('context_snapshot_run').on(t.runId, t.slot, t.seq),
    index('context_snapshot_conversation').on(t.conversationId),
  ],
);

/** Which blobs the contexts of a conversation refer to: manifests, items, files and delivered texts. */
export const contextBlob = pgTable(
  'context_blob',
  {
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.hash] }), index('context_blob_hash').on(t.hash)],
);

/**
 * The session of a Claude Code agent as it keeps it itself, so that another process, also on another machine, can go on with it. Written
 * when the agent has ended a turn: one that was cut off is no part of it.
 */
export const agentSession = pgTable(
  'agent_session',
  {
    /** The session's own id. */
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    slot: text('slot').notNull(),
    /** Model, parameters, system text and tools, which a session cannot change. */
    fingerprint: text('fingerprint').notNull(),
    /** The conversation up to the question of the last turn that the session knows, by content. */
    turn: text('turn').notNull(),
    /** The run of that turn. */
    runId: uuid('run_id').notNull(),
    /** What it has been told in that run, by content. */
    told: jsonb('told').$type<string[]>().notNull(),
    entries: integer('entries').notNull(),
    bytes: integer('bytes').notNull(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('agent_session_place').on(t.conversationId, t.slot)],
);

export const agentSessionEntry = pgTable(
  'agent_session_entry',
  {
    sessionId: uuid('session_id')
      .notNull()
      .references(() => agentSession.id, { onDelete: 'cascade' }),
    index: integer('index').notNull(),
    /** JSON, as the agent writes it. */
    entry: text('entry').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.index] })],
);
