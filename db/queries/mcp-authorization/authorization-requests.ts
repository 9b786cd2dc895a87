import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpAuthorizationRequest } from '../../schema/mcp-authorization';
import type { QueryActor } from '../../types/query-actor';

interface AuthorizationRequest {
  stateHash: string;
  serverId: string;
  ciphertext: string;
}

/** Keeps a sign-in that the actor begins, for so many seconds. Those of anybody that nobody came back from are cleared away. */
export async function insertAuthorizationRequest(
  actor: QueryActor,
  request: AuthorizationRequest,
  seconds: number,
): Promise<void> {
  const db = await getDb();
  await db.delete(mcpAuthorizationRequest).where(lt(mcpAuthorizationRequest.expiresAt, sql`now()`));
  await db
    .insert(mcpAuthorizationRequest)
    .values({ ...request, userId: actor.userId, expiresAt: sql`now() + make_interval(secs => ${seconds})` });
}

/** Takes the sign-in that the actor began under this state, which is used up by it. Anybody else's stays as it is. */
export async function takeAuthorizationRequest(
  actor: QueryActor,
  stateHash: string,
): Promise<AuthorizationRequest | null> {
  const db = await getDb();
  const [taken] = await db
    .delete(mcpAuthorizationRequest)
    .where(
      and(
        eq(mcpAuthorizationRequest.stateHash, stateHash),
        eq(mcpAuthorizationRequest.userId, actor.userId),
        gt(mcpAuthorizationRequest.expiresAt, sql`now()`),
      ),
    )
    .returning();
  return taken ?? null;
}
