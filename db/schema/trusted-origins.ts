import { boolean, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth';

/** Private addresses that the instance's owner trusts for model requests. */
export const trustedOrigin = pgTable('trusted_origin', {
  id: uuid('id').primaryKey(),
  /** Scheme, host and port, exactly. */
  origin: text('origin').notNull().unique(),
  /** False = for model requests of the owner only. */
  forMembers: boolean('for_members').notNull(),
  createdBy: uuid('created_by').references(() => user.id, { onDelete: 'set null' }),
  createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
});
