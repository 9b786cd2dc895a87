import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpChain } from '../../schema/mcp-work';
import { workspace } from '../../schema/workspaces';
import type { McpChainRecord } from '../../types/mcp-chain-record';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

export type NewMcpChain = Omit<McpChainRecord, 'version' | 'createdAt' | 'updatedAt'>;

/** Stores a chain. `forbidden` = the actor may not add one there, `taken` = there is one of that name. */
export async function insertMcpChain(actor: QueryActor, chain: NewMcpChain): Promise<'stored' | 'forbidden' | 'taken'> {
  const db = await getDb();
  const relation = chain.userId === null ? 'shown' : 'own';
  const [allowed] = await db
    .select({ id: workspace.id })
    .from(workspace)
    .where(and(eq(workspace.id, chain.workspaceId), memberOf(actor, workspace.id, 'mcpServer.write', relation)));
  if (!allowed || (chain.userId !== null && chain.userId !== actor.userId)) return 'forbidden';
  const [stored] = await db.insert(mcpChain).values(chain).onConflictDoNothing().returning({ id: mcpChain.id });
  return stored ? 'stored' : 'taken';
}
