import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpSecret, mcpServer } from '../../schema/mcp';
import { workspace } from '../../schema/workspaces';
import type { McpServerRecord, SealedSecret } from '../../types/mcp-server-record';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

export type NewMcpServer = Pick<
  McpServerRecord,
  | 'id'
  | 'workspaceId'
  | 'userId'
  | 'name'
  | 'transport'
  | 'enabled'
  | 'toolTimeoutSeconds'
  | 'group'
  | 'trusted'
  | 'policy'
> & { approvesFirst: boolean };

/** Stores a server with its secrets. `forbidden` = the actor may not add servers there, `taken` = there is one of that name. */
export async function insertMcpServer(
  actor: QueryActor,
  server: NewMcpServer,
  secrets: SealedSecret[],
): Promise<'stored' | 'forbidden' | 'taken'> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const relation = server.userId === null ? 'shown' : 'own';
    const [allowed] = await tx
      .select({ id: workspace.id })
      .from(workspace)
      .where(and(eq(workspace.id, server.workspaceId), memberOf(actor, workspace.id, 'mcpServer.write', relation)));
    if (!allowed || (server.userId !== null && server.userId !== actor.userId)) return 'forbidden';
    const [stored] = await tx.insert(mcpServer).values(server).onConflictDoNothing().returning({ id: mcpServer.id });
    if (!stored) return 'taken';
    if (secrets.length > 0)
      await tx.insert(mcpSecret).values(secrets.map((secret) => ({ serverId: server.id, ...secret })));
    return 'stored';
  });
}
