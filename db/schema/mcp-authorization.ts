import { boolean, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { user } from './auth';
import { mcpServer } from './mcp';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const serverId = () =>
  uuid('server_id')
    .notNull()
    .references(() => mcpServer.id, { onDelete: 'cascade' });
const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

/** A person's sign-in to a server: theirs alone, also where the server is a workspace's. */
export const mcpAuthorization = pgTable(
  'mcp_authorization',
  {
    serverId: serverId(),
    userId: userId(),
    /** Of the sign-in: another one makes other connections. */
    id: uuid('id').notNull(),
    issuer: text('issuer').notNull(),
    /** Who signed in, as the authorization server calls them. */
    account: text('account'),
    scope: text('scope'),
    /** Tokens, client and what the authorization server says of itself: AES-256-GCM, see lib/platform/security. */
    ciphertext: text('ciphertext').notNull(),
    expiresAt: at('expires_at'),
    /** Counts what is stored of it. */
    version: integer('version').notNull().default(1),
    /** The authorization server does not take it any more: the person signs in anew. */
    isLost: boolean('is_lost').notNull().default(false),
    /** Rights that the server has asked for since. */
    neededScope: text('needed_scope'),
    /** Whoever renews the tokens holds the row until then; nobody else does meanwhile, in whatever process. */
    renewedBy: uuid('renewed_by'),
    renewingUntil: at('renewing_until'),
    signedInAt: at('signed_in_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.serverId, t.userId] })],
);

/** A sign-in that has begun and has not come back yet. */
export const mcpAuthorizationRequest = pgTable(
  'mcp_authorization_request',
  {
    /** SHA-256 of `state`. */
    stateHash: text('state_hash').primaryKey(),
    serverId: serverId(),
    userId: userId(),
    /** The verifier among it: AES-256-GCM. */
    ciphertext: text('ciphertext').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [index('mcp_authorization_request_person').on(t.serverId, t.userId)],
);

/** What an authorization server knows this application as; the same for all people of a server. */
export const mcpOauthClient = pgTable(
  'mcp_oauth_client',
  {
    serverId: serverId(),
    issuer: text('issuer').notNull(),
    redirectUrl: text('redirect_url').notNull(),
    ciphertext: text('ciphertext').notNull(),
  },
  (t) => [primaryKey({ columns: [t.serverId, t.issuer, t.redirectUrl] })],
);
