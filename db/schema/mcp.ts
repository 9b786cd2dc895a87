import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { McpFinding, StoredTransport } from '../types/mcp-server-record';
import type { StoredTool } from '../types/mcp-tool-record';
import { user } from './auth';
import { workspace } from './workspaces';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const POLICIES = ['allow', 'ask', 'deny'] as const;

/** An MCP server, of a person (`userId`) or of a whole workspace (`userId` null). */
export const mcpServer = pgTable(
  'mcp_server',
  {
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    userId: uuid('user_id').references(() => user.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    transport: jsonb('transport').$type<StoredTransport>().notNull(),
    enabled: boolean('enabled').notNull(),
    toolTimeoutSeconds: integer('tool_timeout_seconds').notNull(),
    group: text('group'),
    trusted: boolean('trusted').notNull(),
    policy: text('policy', { enum: POLICIES }),
    /** Its tools are approved when it first says what they are: a person has said so when they added it. */
    approvesFirst: boolean('approves_first').notNull(),
    version: integer('version').notNull().default(1),
    /** People sign in to it, each for themselves. */
    signsIn: boolean('signs_in').notNull().default(false),
    status: text('status', { enum: ['unchecked', 'ready', 'needs_authorization', 'unavailable'] })
      .notNull()
      .default('unchecked'),
    era: text('era'),
    serverInfo: jsonb('server_info').$type<McpFinding['serverInfo']>(),
    instructions: text('instructions'),
    problem: text('problem'),
    latencyMs: integer('latency_ms'),
    checkedAt: at('checked_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('mcp_server_name').on(t.workspaceId, sql`lower(${t.name})`)],
);

/** What of a server's transport nobody is shown, for example the header `Authorization`. */
export const mcpSecret = pgTable(
  'mcp_secret',
  {
    serverId: uuid('server_id')
      .notNull()
      .references(() => mcpServer.id, { onDelete: 'cascade' }),
    /** Of the header. */
    name: text('name').notNull(),
    /** AES-256-GCM, see lib/platform/security. */
    ciphertext: text('ciphertext').notNull(),
  },
  (t) => [primaryKey({ columns: [t.serverId, t.name] })],
);

/** A tool that a server has named. What is offered to models is pinned by its hash. */
export const mcpTool = pgTable(
  'mcp_tool',
  {
    serverId: uuid('server_id')
      .notNull()
      .references(() => mcpServer.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    definition: jsonb('definition').$type<StoredTool>().notNull(),
    hash: text('hash').notNull(),
    state: text('state', { enum: ['approved', 'new', 'changed', 'blocked'] }).notNull(),
    approved: jsonb('approved').$type<StoredTool>(),
    approvedHash: text('approved_hash'),
    policy: text('policy', { enum: POLICIES }),
    isPresent: boolean('is_present').notNull().default(true),
    decidedBy: uuid('decided_by').references(() => user.id, { onDelete: 'set null' }),
    decidedAt: at('decided_at'),
  },
  (t) => [primaryKey({ columns: [t.serverId, t.name] })],
);

/** What a person has said of their own calls of a tool. */
export const mcpToolRule = pgTable(
  'mcp_tool_rule',
  {
    serverId: uuid('server_id')
      .notNull()
      .references(() => mcpServer.id, { onDelete: 'cascade' }),
    tool: text('tool').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    policy: text('policy', { enum: POLICIES }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.serverId, t.tool, t.userId] })],
);

/** Which tool was called when, by whom and how it went. Neither arguments nor results. */
export const mcpCall = pgTable(
  'mcp_call',
  {
    id: uuid('id').primaryKey(),
    serverId: uuid('server_id')
      .notNull()
      .references(() => mcpServer.id, { onDelete: 'cascade' }),
    tool: text('tool').notNull(),
    /** Null = a person's own call. A run that is deleted leaves its calls in the history. */
    runId: uuid('run_id'),
    userId: uuid('user_id').references(() => user.id, { onDelete: 'set null' }),
    outcome: text('outcome', { enum: ['ok', 'error', 'denied', 'unknown'] }).notNull(),
    tookMs: integer('took_ms').notNull(),
    argumentBytes: integer('argument_bytes').notNull(),
    resultBytes: integer('result_bytes').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [index('mcp_call_server').on(t.serverId, t.at)],
);
