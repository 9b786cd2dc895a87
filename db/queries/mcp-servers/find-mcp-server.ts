import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer } from '../../schema/mcp';
import { mcpAuthorization } from '../../schema/mcp-authorization';
import type { ListedServer } from '../../types/mcp-server-record';
import type { QueryActor } from '../../types/query-actor';
import { ownSignIn, signInColumns } from '../mcp-authorization/own-sign-in';
import { mcpServerColumns, toolCount, waitingCount } from './mcp-server-columns';
import { permittedServer } from './permitted-server';

/** The server, when the actor may do that with it; `null` also for one that does not exist. */
export async function findMcpServer(
  actor: QueryActor,
  id: string,
  action: 'read' | 'use' | 'write',
): Promise<ListedServer | null> {
  const db = await getDb();
  const [found] = await db
    .select({ ...mcpServerColumns, toolCount, waitingCount, signIn: signInColumns })
    .from(mcpServer)
    .leftJoin(mcpAuthorization, ownSignIn(actor))
    .where(and(eq(mcpServer.id, id), permittedServer(actor, `mcpServer.${action}`)));
  return found ?? null;
}
