import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ControlAnswer } from '../types/control-answer';
import type { RunResult } from '../types/run-result';
import type { TeamDefinition } from '../types/team-definition';
import { user } from './auth';
import { conversation, message } from './conversations';
import { workspace } from './workspaces';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const RUN_STATUSES = ['queued', 'running', 'finished', 'stopped', 'failed'] as const;

/** The work of one team on one turn. Everything about it but its lease and status is in its log. */
export const run = pgTable(
  'run',
  {
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversation.id, { onDelete: 'cascade' }),
    /** Null = somebody whose account has been erased. */
    createdBy: uuid('created_by').references(() => user.id, { onDelete: 'set null' }),
    /** The user's message. */
    messageId: uuid('message_id')
      .notNull()
      .references(() => message.id, { onDelete: 'cascade' }),
    /** The assistant's message, made with the run so that a follow-up can already refer to it. */
    answerMessageId: uuid('answer_message_id')
      .notNull()
      .unique()
      .references(() => message.id, { onDelete: 'cascade' }),
    /** As it was given; the complete team is in `run.started`. */
    team: jsonb('team').$type<TeamDefinition>().notNull(),
    status: text('status', { enum: RUN_STATUSES }).notNull(),
    /** Seq of the terminal event; 0 until then, because raising it at every flush would cost as much as the flush. */
    seq: integer('seq').notNull().default(0),
    /** The process that drives the run. */
    owner: text('owner'),
    /** Fencing token: raised at every take-over; a write with an older epoch is refused. */
    epoch: integer('epoch').notNull().default(0),
    leaseUntil: at('lease_until'),
    createdAt: at('created_at').notNull().defaultNow(),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
    /** Summary of the folded log, written with the terminal event: lists and pages need no fold. */
    result: jsonb('result').$type<RunResult>(),
    /** It came with a file: it is never driven, and counts for no usage and no reliability. */
    isImported: boolean('is_imported').notNull().default(false),
  },
  (t) => [
    index('run_conversation').on(t.conversationId),
    index('run_unfinished').on(t.status, t.createdAt),
    index('run_created_by').on(t.createdBy, t.status),
    index('run_workspace').on(t.workspaceId, t.status),
    index('run_message').on(t.messageId),
  ],
);

/**
 * One row = one flush of one run. `events` is NDJSON and goes to readers as it is, byte for byte. No foreign key: its check would cost as
 * much as the row, thousands of times a second. Rows are only written for a run that is there, and a trigger deletes them with it
 * (migration 0003).
 */
export const runEventBatch = pgTable(
  'run_event_batch',
  {
    runId: uuid('run_id').notNull(),
    firstSeq: integer('first_seq').notNull(),
    lastSeq: integer('last_seq').notNull(),
    epoch: integer('epoch').notNull(),
    events: text('events').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.firstSeq] })],
);

/**
 * What a person wants of a run that another process drives, or none at the moment: stored before it is acknowledged, so that whoever
 * drives the run next still hears of it.
 */
export const runControl = pgTable(
  'run_control',
  {
    id: uuid('id').primaryKey(),
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    control: jsonb('control').notNull(),
    /** What the driver has made of it; null = it has not heard of it. */
    answer: jsonb('answer').$type<ControlAnswer>(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [index('run_control_run').on(t.runId)],
);
