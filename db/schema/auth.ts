import { boolean, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const user = pgTable('user', {
  id: uuid('id').primaryKey(),
  /** Stored lower case. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** False = whoever made the account has not shown that the address is theirs. */
  isEmailVerified: boolean('is_email_verified').notNull().default(true),
  /** argon2id; null for people who sign in through a provider only. */
  passwordHash: text('password_hash'),
  /** The role on this instance; roles in a workspace are in `membership`. */
  role: text('role', { enum: ['owner', 'admin', 'member'] }).notNull(),
  image: text('image'),
  /** Who gives the titles of this person's conversations, and their summaries: a model of the team that was asked, or a rule. */
  titles: text('titles', { enum: ['model', 'rule'] })
    .notNull()
    .default('model'),
  /** Private conversations that the person has not used for as many days are deleted; null = never. */
  retentionDays: integer('retention_days'),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** A person's identity at an OAuth or OIDC provider. */
export const account = pgTable(
  'account',
  {
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index('account_user').on(t.userId)],
);

/** A signed-in browser. The cookie names the row, so that revoking the row signs the browser out. */
export const authSession = pgTable(
  'auth_session',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    userAgent: text('user_agent'),
    createdAt: at('created_at').notNull().defaultNow(),
    lastSeenAt: at('last_seen_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('auth_session_user').on(t.userId)],
);

/** Fixed windows, for example of failed sign-ins per e-mail and per address. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  resetsAt: at('resets_at').notNull(),
});
