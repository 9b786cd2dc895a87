import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpCall, mcpServer } from '../../schema/mcp';
import type { McpCallEntry } from '../../types/mcp-call-entry';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

/** Writes a call of the actor into the server's history. Of a server that is gone, or theirs no more, nothing is kept. */
export async function insertMcpCall(actor: QueryActor, call: Omit<McpCallEntry, 'at' | 'userId'>): Promise<void> {
  const db = await getDb();
  const [server] = await db
    .select({ id: mcpServer.id })
    .from(mcpServer)
    .where(and(eq(mcpServer.id, call.serverId), permittedServer(actor, 'mcpServer.use')));
  if (server) await db.insert(mcpCall).values({ ...call, userId: actor.userId });
}
