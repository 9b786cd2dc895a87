import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpAuthorization } from '../../schema/mcp-authorization';
import type { McpAuthorizationRecord } from '../../types/mcp-authorization-record';
import type { QueryActor } from '../../types/query-actor';

/** Forgets the actor's own sign-in to a server, whether they may use it still or not, and gives what it was. */
export async function deleteAuthorization(actor: QueryActor, serverId: string): Promise<McpAuthorizationRecord | null> {
  const db = await getDb();
  const [deleted] = await db
    .delete(mcpAuthorization)
    .where(and(eq(mcpAuthorization.serverId, serverId), eq(mcpAuthorization.userId, actor.userId)))
    .returning();
  return deleted ?? null;
}
