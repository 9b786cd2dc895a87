import { and, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpServer } from '../../schema/mcp';
import { mcpAuthorization } from '../../schema/mcp-authorization';
import type { McpAuthorizationRecord } from '../../types/mcp-authorization-record';
import type { QueryActor } from '../../types/query-actor';
import { permittedServer } from '../mcp-servers/permitted-server';

export type NewAuthorization = Omit<McpAuthorizationRecord, 'userId' | 'version' | 'isLost' | 'neededScope'>;

/** Keeps a sign-in of the actor in the place of the one before. False = they may not use the server. */
export async function saveAuthorization(actor: QueryActor, given: NewAuthorization): Promise<boolean> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const marked = await tx
      .update(mcpServer)
      .set({ signsIn: true })
      .where(and(eq(mcpServer.id, given.serverId), permittedServer(actor, 'mcpServer.use')))
      .returning({ id: mcpServer.id });
    if (marked.length === 0) return false;
    const { id, issuer, account, scope, ciphertext, expiresAt } = given;
    const fresh = { isLost: false, neededScope: null, renewedBy: null, renewingUntil: null };
    await tx
      .insert(mcpAuthorization)
      .values({ ...given, userId: actor.userId })
      .onConflictDoUpdate({
        target: [mcpAuthorization.serverId, mcpAuthorization.userId],
        set: {
          ...{ id, issuer, account, scope, ciphertext, expiresAt, ...fresh },
          version: sql`${mcpAuthorization.version} + 1`,
          signedInAt: sql`now()`,
        },
      });
    return true;
  });
}
