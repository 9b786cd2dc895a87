import { and, eq, gte, or, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpCall, mcpServer } from '../../schema/mcp';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';
import { memberOf } from '../member-of';

/** What calls of a tool came to in a span of time. `null` = none was answered. */
export interface CallSums {
  tool: string;
  calls: number;
  errors: number;
  denied: number;
  unknown: number;
  p50Ms: number | null;
  p95Ms: number | null;
}

/** The calls of a server since a time, by tool and all together (`tool` empty): one's own, and to who manages the server everybody's. */
export async function summarizeMcpCalls(actor: QueryActor, serverId: string, since: Date): Promise<CallSums[]> {
  const db = await getDb();
  const managed = memberOf(actor, mcpServer.workspaceId, 'mcpServer.write');
  const count = (outcome: string) => sql<number>`count(*) filter (where ${mcpCall.outcome} = ${outcome})::int`;
  // What never reached the server says nothing of how fast it is.
  const percentile = (part: number) => sql<number | null>`(percentile_cont(${part}::float8) within group (
    order by ${mcpCall.tookMs}) filter (where ${mcpCall.outcome} in ('ok', 'error')))::int`;
  return db
    .select({
      tool: sql<string>`coalesce(${mcpCall.tool}, '')`,
      calls: sql<number>`count(*)::int`,
      errors: count('error'),
      denied: count('denied'),
      unknown: count('unknown'),
      p50Ms: percentile(0.5),
      p95Ms: percentile(0.95),
    })
    .from(mcpCall)
    .innerJoin(mcpServer, eq(mcpServer.id, mcpCall.serverId))
    .where(
      and(
        eq(mcpCall.serverId, serverId),
        gte(mcpCall.at, since),
        permittedServer(actor, 'mcpServer.read'),
        or(eq(mcpCall.userId, actor.userId), managed),
      ),
    )
    .groupBy(sql`grouping sets ((${mcpCall.tool}), ())`)
    .orderBy(sql`coalesce(${mcpCall.tool}, '')`);
}
