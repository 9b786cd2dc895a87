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
import type { ChainStep } from '../types/mcp-chain-record';
import { user } from './auth';
import { mcpServer } from './mcp';
import { workspace } from './workspaces';

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** How many calls a server takes, or one of its tools (`tool` empty = all of them together). */
export const mcpQuota = pgTable(
  'mcp_quota',
  {
    serverId: uuid('server_id')
      .notNull()
      .references(() => mcpServer.id, { onDelete: 'cascade' }),
    tool: text('tool').notNull(),
    callsPerMinute: integer('calls_per_minute'),
    callsPerDay: integer('calls_per_day'),
  },
  (t) => [primaryKey({ columns: [t.serverId, t.tool] })],
);

/** What was found when a server was asked in the background. */
export const mcpHealth = pgTable(
  'mcp_health',
  {
    serverId: uuid('server_id')
      .notNull()
      .references(() => mcpServer.id, { onDelete: 'cascade' }),
    at: at('at').notNull().defaultNow(),
    ok: boolean('ok').notNull(),
    latencyMs: integer('latency_ms'),
    problem: text('problem'),
  },
  (t) => [index('mcp_health_server').on(t.serverId, t.at)],
);

/** A saved sequence of calls, of a person (`userId`) or of a whole workspace (`userId` null). */
export const mcpChain = pgTable(
  'mcp_chain',
  {
    id: uuid('id').primaryKey(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id, { onDelete: 'cascade' }),
    userId: uuid('user_id').references(() => user.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    description: text('description').notNull(),
    inputSchema: jsonb('input_schema').$type<Record<string, unknown>>().notNull(),
    steps: jsonb('steps').$type<ChainStep[]>().notNull(),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('mcp_chain_name').on(t.workspaceId, sql`lower(${t.name})`)],
);
