import { and, eq, ne, notInArray, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpSecret, mcpServer } from '../../schema/mcp';
import type { McpServerRecord, SealedSecret } from '../../types/mcp-server-record';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from './permitted-server';

export interface McpServerChange {
  set: Partial<
    Pick<McpServerRecord, 'name' | 'transport' | 'enabled' | 'toolTimeoutSeconds' | 'group' | 'trusted' | 'policy'>
  >;
  /** Secrets that are new, and the names of those that stay; absent = all stay as they are. */
  secrets?: { sealed: SealedSecret[]; kept: string[] };
}

/**
 * Changes a server that is at the version `from`. `stale` = it is not any more; `taken` = another one has the name; `forbidden` = the actor may not
 * change it.
 */
export async function updateMcpServer(
  actor: QueryActor,
  id: string,
  { set, secrets }: McpServerChange,
  from: number,
): Promise<'saved' | 'stale' | 'taken' | 'forbidden'> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const mayChange = and(eq(mcpServer.id, id), permittedServer(actor, 'mcpServer.write'));
    const [current] = await tx
      .select({ version: mcpServer.version, workspaceId: mcpServer.workspaceId })
      .from(mcpServer)
      .where(mayChange)
      .for('update');
    if (!current) return 'forbidden';
    if (current.version !== from) return 'stale';
    if (set.name !== undefined) {
      const sameName = sql`lower(${mcpServer.name}) = lower(${set.name})`;
      const [other] = await tx
        .select({ id: mcpServer.id })
        .from(mcpServer)
        .where(and(eq(mcpServer.workspaceId, current.workspaceId), ne(mcpServer.id, id), sameName));
      if (other) return 'taken';
    }
    await tx
      .update(mcpServer)
      .set({ ...set, version: from + 1, updatedAt: sql`now()` })
      .where(mayChange);
    if (secrets) {
      const ofServer = eq(mcpSecret.serverId, id);
      await tx
        .delete(mcpSecret)
        .where(secrets.kept.length > 0 ? and(ofServer, notInArray(mcpSecret.name, secrets.kept)) : ofServer);
      if (secrets.sealed.length > 0)
        await tx.insert(mcpSecret).values(secrets.sealed.map((secret) => ({ serverId: id, ...secret })));
    }
    return 'saved';
  });
}
