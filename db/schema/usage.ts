import {
  bigint,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { user } from './auth';
import { run } from './runs';
import { workspace } from './workspaces';

const tokens = (name: string) => bigint(name, { mode: 'number' }).notNull();

/**
 * What a run has used, by slot, phase and model: a projection of its log, written with the run's terminal event. What was spent stays
 * spent: the rows outlive their run and their conversation, so these are named without a foreign key.
 */
export const usageEntry = pgTable(
  'usage_entry',
  {
    runId: uuid('run_id').notNull(),
    slot: text('slot').notNull(),
    phase: text('phase').notNull(),
    backend: text('backend').notNull(),
    model: text('model').notNull(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    /** Null = somebody whose account has been erased. */
    userId: uuid('user_id').references(() => user.id, { onDelete: 'set null' }),
    conversationId: uuid('conversation_id').notNull(),
    /** When the run ended. */
    at: timestamp('at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
    requests: integer('requests').notNull(),
    inputTokens: tokens('input_tokens'),
    outputTokens: tokens('output_tokens'),
    cachedTokens: tokens('cached_tokens'),
    reasoningTokens: tokens('reasoning_tokens'),
    /** Tokens whose price is not known; `cost_usd` is without them, null when it is known of none. */
    unpricedTokens: tokens('unpriced_tokens'),
    /** Tokens of interrupted requests, counted by their characters. */
    estimatedTokens: tokens('estimated_tokens'),
    costUsd: doublePrecision('cost_usd'),
    priceDate: text('price_date'),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.slot, t.phase, t.backend, t.model] }),
    index('usage_entry_user').on(t.userId, t.at),
    index('usage_entry_workspace').on(t.workspaceId, t.at),
    index('usage_entry_conversation').on(t.conversationId),
  ],
);

/**
 * What a run that goes on has used so far, where a cap of its workspace has to know: written a few times a second at most by the process
 * that drives it, so that all processes on one database count together. It counts while the run goes on; then `usage_entry` has it.
 */
export const liveSpending = pgTable(
  'live_spending',
  {
    runId: uuid('run_id')
      .primaryKey()
      .references(() => run.id, { onDelete: 'cascade' }),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    costUsd: doublePrecision('cost_usd').notNull(),
    unpricedTokens: tokens('unpriced_tokens'),
  },
  (t) => [index('live_spending_workspace').on(t.workspaceId)],
);
