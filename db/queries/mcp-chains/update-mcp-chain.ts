import { and, eq, ne, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpChain } from '../../schema/mcp-work';
import type { McpChainRecord } from '../../types/mcp-chain-record';
import type { QueryActor } from '../../types/query-actor';
import { permittedChain } from './permitted-chain';

export type McpChainChange = Partial<Pick<McpChainRecord, 'name' | 'description' | 'inputSchema' | 'steps'>>;

/** Changes a chain that is at the version `from`. `stale` = it is not any more; `taken` = another one has the name; `forbidden` = the actor may not change it. */
export async function updateMcpChain(
  actor: QueryActor,
  id: string,
  set: McpChainChange,
  from: number,
): Promise<'saved' | 'stale' | 'taken' | 'forbidden'> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const mayChange = and(eq(mcpChain.id, id), permittedChain(actor, 'mcpServer.write'));
    const [current] = await tx
      .select({ version: mcpChain.version, workspaceId: mcpChain.workspaceId })
      .from(mcpChain)
      .where(mayChange)
      .for('update');
    if (!current) return 'forbidden';
    if (current.version !== from) return 'stale';
    if (set.name !== undefined) {
      const sameName = sql`lower(${mcpChain.name}) = lower(${set.name})`;
      const [other] = await tx
        .select({ id: mcpChain.id })
        .from(mcpChain)
        .where(and(eq(mcpChain.workspaceId, current.workspaceId), ne(mcpChain.id, id), sameName));
      if (other) return 'taken';
    }
    await tx
      .update(mcpChain)
      .set({ ...set, version: from + 1, updatedAt: sql`now()` })
      .where(mayChange);
    return 'saved';
  });
}
