import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpChain } from '../../schema/mcp-work';
import type { QueryActor } from '../../types/query-actor';
import { permittedChain } from './permitted-chain';

/** False when there is none that the actor may delete. */
export async function deleteMcpChain(actor: QueryActor, id: string): Promise<boolean> {
  const db = await getDb();
  const rows = await db
    .delete(mcpChain)
    .where(and(eq(mcpChain.id, id), permittedChain(actor, 'mcpServer.write')))
    .returning({ id: mcpChain.id });
  return rows.length > 0;
}
