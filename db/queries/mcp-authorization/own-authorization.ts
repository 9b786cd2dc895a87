import { and, eq, exists, type SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { mcpServer } from '../../schema/mcp';
import { mcpAuthorization } from '../../schema/mcp-authorization';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

/** The condition that a row is the actor's sign-in to this server, and that they may use it still. */
export function ownAuthorization(actor: QueryActor, serverId: string): SQL | undefined {
  const used = new QueryBuilder()
    .select({ id: mcpServer.id })
    .from(mcpServer)
    .where(and(eq(mcpServer.id, serverId), permittedServer(actor, 'mcpServer.use')));
  return and(eq(mcpAuthorization.serverId, serverId), eq(mcpAuthorization.userId, actor.userId), exists(used));
}
