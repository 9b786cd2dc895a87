import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * Who did what to what. Rows are only ever added: a trigger refuses anything else. No foreign keys, because what was done stays done when
 * the person, the thing or the workspace is gone. Neither secrets nor content.
 */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: uuid('id').primaryKey(),
    at: timestamp('at', { withTimezone: true, precision: 3, mode: 'date' }).notNull().defaultNow(),
    /** Null = of the instance. */
    workspaceId: uuid('workspace_id'),
    actorId: uuid('actor_id'),
    /** For example `member.role`. */
    action: text('action').notNull(),
    targetKind: text('target_kind').notNull(),
    targetId: text('target_id'),
    /** What has changed, in words and numbers of ours. */
    details: jsonb('details').$type<Record<string, string | number | boolean | null>>().notNull(),
    /** `session` or `apiKey`. */
    via: text('via'),
    /** The network address that it came from. */
    address: text('address'),
  },
  (t) => [index('audit_entry_workspace').on(t.workspaceId, t.id), index('audit_entry_actor').on(t.actorId, t.id)],
);
