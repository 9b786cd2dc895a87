import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpSecret, mcpServer } from '../../schema/mcp';
import { mcpAuthorization } from '../../schema/mcp-authorization';
import type { SignIn } from '../../types/mcp-authorization-record';
import type { McpServerRecord, SealedSecret } from '../../types/mcp-server-record';
import type { QueryActor } from '../../types/query-actor';
import { ownSignIn, signInColumns } from '../mcp-authorization/own-sign-in';
import { mcpServerColumns } from './mcp-server-columns';
import { permittedServer } from './permitted-server';

export type UsableServer = McpServerRecord & {
  secrets: SealedSecret[];
  /** The actor's own. */
  signIn: SignIn | null;
  /** Whoever may use it. */
  actorId: string;
};

const secrets = sql<SealedSecret[]>`coalesce(
  (select json_agg(json_build_object('name', s.name, 'ciphertext', s.ciphertext))
   from ${mcpSecret} s where s.server_id = mcp_server.id), '[]'::json)`;

/** What the actor may connect to in this workspace: their own servers first, then the workspace's; each with its sealed secrets. */
export async function selectUsableServers(actor: QueryActor, workspaceId: string): Promise<UsableServer[]> {
  const rows = await select(
    actor,
    or(eq(mcpServer.userId, actor.userId), and(isNull(mcpServer.userId), eq(mcpServer.workspaceId, workspaceId))),
  );
  return rows.sort((a, b) => Number(a.userId === null) - Number(b.userId === null) || (a.name < b.name ? -1 : 1));
}

/** One that the actor may connect to, with its sealed secrets. */
export async function findUsableServer(actor: QueryActor, id: string): Promise<UsableServer | null> {
  const [found] = await select(actor, eq(mcpServer.id, id));
  return found ?? null;
}

async function select(actor: QueryActor, which: SQL | undefined): Promise<UsableServer[]> {
  const db = await getDb();
  const rows = await db
    .select({ ...mcpServerColumns, secrets, signIn: signInColumns })
    .from(mcpServer)
    .leftJoin(mcpAuthorization, ownSignIn(actor))
    .where(and(which, permittedServer(actor, 'mcpServer.use')));
  return rows.map((row) => ({ ...row, actorId: actor.userId }));
}
