import { and, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer } from '../../schema/mcp';
import type { McpFinding, StoredTransport } from '../../types/mcp-server-record';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from './permitted-server';

/**
 * Keeps what was found when the server was connected to, unless it has been changed since. `transport` = the address at which it was found, where only
 * its host was given.
 */
export async function saveMcpFinding(
  actor: QueryActor,
  { id, version }: { id: string; version: number },
  finding: McpFinding & { transport?: StoredTransport },
): Promise<void> {
  const db = await getDb();
  await db
    .update(mcpServer)
    .set({ ...finding, checkedAt: sql`now()` })
    .where(and(eq(mcpServer.id, id), eq(mcpServer.version, version), permittedServer(actor, 'mcpServer.use')));
}
