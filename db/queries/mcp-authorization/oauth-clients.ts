import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer } from '../../schema/mcp';
import { mcpOauthClient } from '../../schema/mcp-authorization';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

interface OauthClientKey {
  serverId: string;
  issuer: string;
  redirectUrl: string;
}

/** What an authorization server knows the application as, for a server that the actor may use; encrypted. */
export async function findOauthClient(
  actor: QueryActor,
  { serverId, issuer, redirectUrl }: OauthClientKey,
): Promise<string | null> {
  const db = await getDb();
  const [found] = await db
    .select({ ciphertext: mcpOauthClient.ciphertext })
    .from(mcpOauthClient)
    .innerJoin(mcpServer, eq(mcpServer.id, mcpOauthClient.serverId))
    .where(
      and(
        eq(mcpOauthClient.serverId, serverId),
        eq(mcpOauthClient.issuer, issuer),
        eq(mcpOauthClient.redirectUrl, redirectUrl),
        permittedServer(actor, 'mcpServer.use'),
      ),
    );
  return found?.ciphertext ?? null;
}

/** Keeps it in the place of the one before. */
export async function saveOauthClient(actor: QueryActor, key: OauthClientKey, ciphertext: string): Promise<void> {
  const db = await getDb();
  await db.transaction(async (tx) => {
    const [allowed] = await tx
      .select({ id: mcpServer.id })
      .from(mcpServer)
      .where(and(eq(mcpServer.id, key.serverId), permittedServer(actor, 'mcpServer.use')));
    if (!allowed) return;
    const { serverId, issuer, redirectUrl } = mcpOauthClient;
    await tx
      .insert(mcpOauthClient)
      .values({ ...key, ciphertext })
      .onConflictDoUpdate({ target: [serverId, issuer, redirectUrl], set: { ciphertext } });
  });
}
