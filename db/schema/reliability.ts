import { boolean, doublePrecision, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { workspace } from './workspaces';

/**
 * Whether a model was right in a run, as far as checks, people and agreement say so: one row for each slot, written with the run's terminal
 * event. No content is kept, so the rows outlive their run and are named without a foreign key.
 */
export const reliabilityObservation = pgTable(
  'reliability_observation',
  {
    runId: uuid('run_id').notNull(),
    slot: text('slot').notNull(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    backend: text('backend').notNull(),
    model: text('model').notNull(),
    /** Of task. */
    kind: text('kind').notNull(),
    source: text('source', { enum: ['choice', 'checks', 'agreement'] }).notNull(),
    isRight: boolean('is_right').notNull(),
    weight: doublePrecision('weight').notNull(),
    at: timestamp('at', { withTimezone: true, precision: 3, mode: 'date' }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.slot] }),
    index('reliability_observation_model').on(t.workspaceId, t.backend, t.model),
  ],
);

/** Workspaces in which nothing is learned and nothing learned is used. */
export const reliabilityOff = pgTable('reliability_off', {
  workspaceId: uuid('workspace_id')
    .primaryKey()
    .references(() => workspace.id, { onDelete: 'cascade' }),
});
