import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth';
import { workspace } from './workspaces';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** A text that a person has saved to ask again, with gaps `{{name}}` to be filled in. */
export const prompt = pgTable(
  'prompt',
  {
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    text: text('text').notNull(),
    /** Names of the gaps, in the order in which they are asked for. */
    variables: jsonb('variables').$type<string[]>().notNull(),
    /** `workspace` = every member has it. */
    visibility: text('visibility', { enum: ['private', 'workspace'] }).notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('prompt_workspace').on(t.workspaceId), index('prompt_owner').on(t.ownerId)],
);
