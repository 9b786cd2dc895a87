import { asc } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer } from '../../schema/mcp';
import { mcpAuthorization } from '../../schema/mcp-authorization';
import type { ListedServer } from '../../types/mcp-server-record';
import type { QueryActor } from '../../types/query-actor';
import { ownSignIn, signInColumns } from '../mcp-authorization/own-sign-in';
import { mcpServerColumns, toolCount, waitingCount } from './mcp-server-columns';
import { permittedServer } from './permitted-server';

/** The actor's own servers and those of their workspaces that they may see, or use, by name. */
export async function selectMcpServers(actor: QueryActor, action: 'read' | 'use' = 'read'): Promise<ListedServer[]> {
  const db = await getDb();
  return db
    .select({ ...mcpServerColumns, toolCount, waitingCount, signIn: signInColumns })
    .from(mcpServer)
    .leftJoin(mcpAuthorization, ownSignIn(actor))
    .where(permittedServer(actor, `mcpServer.${action}`))
    .orderBy(asc(mcpServer.name), asc(mcpServer.id));
}
