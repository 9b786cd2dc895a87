import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { mcpAuthorization } from '../../schema/mcp-authorization';
import type { McpAuthorizationRecord } from '../../types/mcp-authorization-record';
import type { QueryActor } from '../../types/query-actor';
import { ownAuthorization } from './own-authorization';

/** Longer than a token request may take: behind it whoever held the row is gone. */
const LEASE_SECONDS = 25;

/** Which sign-in is meant: at which version it was read, or by whom it is being renewed. */
export interface HeldAuthorization {
  serverId: string;
  id: string;
  renewedBy: string;
}

/**
 * Takes the row for a renewal, in one statement: of any number of processes one gets it. False = another one has it, or it has been renewed since it
 * was read. No connection is held while the authorization server is asked.
 */
export async function claimAuthorization(
  actor: QueryActor,
  { serverId, id, renewedBy }: HeldAuthorization,
  version: number,
): Promise<boolean> {
  const db = await getDb();
  const taken = await db
    .update(mcpAuthorization)
    .set({ renewedBy, renewingUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})` })
    .where(
      and(
        ownAuthorization(actor, serverId),
        eq(mcpAuthorization.id, id),
        eq(mcpAuthorization.version, version),
        eq(mcpAuthorization.isLost, false),
        or(isNull(mcpAuthorization.renewingUntil), lt(mcpAuthorization.renewingUntil, sql`now()`)),
      ),
    )
    .returning({ id: mcpAuthorization.id });
  return taken.length > 0;
}

type Outcome = Partial<Pick<McpAuthorizationRecord, 'ciphertext' | 'expiresAt' | 'scope' | 'isLost'>>;

/** Ends a renewal: with new tokens, with a sign-in that is lost, or with nothing. False = whoever renewed does not hold the row any more. */
export async function endRenewal(
  actor: QueryActor,
  { serverId, id, renewedBy }: HeldAuthorization,
  outcome: Outcome,
): Promise<boolean> {
  const db = await getDb();
  const isNew = Object.keys(outcome).length > 0;
  const saved = await db
    .update(mcpAuthorization)
    .set({
      ...outcome,
      ...(isNew && { version: sql`${mcpAuthorization.version} + 1` }),
      renewedBy: null,
      renewingUntil: null,
    })
    .where(
      and(
        eq(mcpAuthorization.serverId, serverId),
        eq(mcpAuthorization.userId, actor.userId),
        eq(mcpAuthorization.id, id),
        eq(mcpAuthorization.renewedBy, renewedBy),
      ),
    )
    .returning({ id: mcpAuthorization.id });
  return saved.length > 0;
}

/** The server asks for rights that the sign-in does not have. */
export async function noteNeededScope(actor: QueryActor, serverId: string, id: string, scope: string): Promise<void> {
  const db = await getDb();
  await db
    .update(mcpAuthorization)
    .set({ neededScope: scope })
    .where(and(ownAuthorization(actor, serverId), eq(mcpAuthorization.id, id)));
}
