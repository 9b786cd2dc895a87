import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpChain } from '../../schema/mcp-work';
import type { McpChainRecord } from '../../types/mcp-chain-record';
import type { QueryActor } from '../../types/query-actor';
import { permittedChain } from './permitted-chain';

/** A chain that the actor may do this with. */
export async function findMcpChain(
  actor: QueryActor,
  id: string,
  action: 'read' | 'use' | 'write',
): Promise<McpChainRecord | null> {
  const db = await getDb();
  const [found] = await db
    .select()
    .from(mcpChain)
    .where(and(eq(mcpChain.id, id), permittedChain(actor, `mcpServer.${action}`)));
  return found ?? null;
}
