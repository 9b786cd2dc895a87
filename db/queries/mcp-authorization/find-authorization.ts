import { getDb } from '../../client';
import { mcpAuthorization } from '../../schema/mcp-authorization';
import type { McpAuthorizationRecord } from '../../types/mcp-authorization-record';
import type { QueryActor } from '../../types/query-actor';
import { ownAuthorization } from './own-authorization';

/** The actor's sign-in to a server that they may use. */
export async function findAuthorization(actor: QueryActor, serverId: string): Promise<McpAuthorizationRecord | null> {
  const db = await getDb();
  const [found] = await db.select().from(mcpAuthorization).where(ownAuthorization(actor, serverId));
  return found ?? null;
}
