import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer } from '../../schema/mcp';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from './permitted-server';

/** Deletes a server with its secrets, tools and history. False when there is none that the actor may delete. */
export async function deleteMcpServer(actor: QueryActor, id: string): Promise<boolean> {
  const db = await getDb();
  const rows = await db
    .delete(mcpServer)
    .where(and(eq(mcpServer.id, id), permittedServer(actor, 'mcpServer.write')))
    .returning({ id: mcpServer.id });
  return rows.length > 0;
}
