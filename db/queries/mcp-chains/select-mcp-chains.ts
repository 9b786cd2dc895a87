import { and, asc, eq, isNull, or } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpChain } from '../../schema/mcp-work';
import type { McpChainRecord } from '../../types/mcp-chain-record';
import type { QueryActor } from '../../types/query-actor';
import { permittedChain } from './permitted-chain';

/** The actor's own chains and those of their workspaces, by name; with `workspaceId` those of that one. */
export async function selectMcpChains(actor: QueryActor, workspaceId?: string): Promise<McpChainRecord[]> {
  const db = await getDb();
  return db
    .select()
    .from(mcpChain)
    .where(
      and(
        workspaceId === undefined ? undefined : eq(mcpChain.workspaceId, workspaceId),
        permittedChain(actor, 'mcpServer.read'),
      ),
    )
    .orderBy(asc(mcpChain.name), asc(mcpChain.id));
}

/** What the actor may use in a workspace: their own chains first, then the workspace's. */
export async function selectUsableChains(actor: QueryActor, workspaceId: string): Promise<McpChainRecord[]> {
  const db = await getDb();
  const ofWorkspace = and(isNull(mcpChain.userId), eq(mcpChain.workspaceId, workspaceId));
  const rows = await db
    .select()
    .from(mcpChain)
    .where(and(or(eq(mcpChain.userId, actor.userId), ofWorkspace), permittedChain(actor, 'mcpServer.use')))
    .orderBy(asc(mcpChain.name), asc(mcpChain.id));
  return rows.sort((a, b) => Number(a.userId === null) - Number(b.userId === null));
}
