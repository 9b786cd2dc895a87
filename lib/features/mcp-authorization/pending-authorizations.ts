import 'server-only';
import { createHash } from 'node:crypto';
import {
  insertAuthorizationRequest,
  takeAuthorizationRequest,
} from '@/db/queries/mcp-authorization/authorization-requests';
import type { PendingAuthorization } from '@/lib/mcp/authorization/begin-authorization';
import type { Actor } from '@/lib/platform/auth/actor';
import { decryptSecret } from '@/lib/platform/security/decrypt-secret';
import { encryptSecret } from '@/lib/platform/security/encrypt-secret';

/** Whoever has not come back by then begins anew. */
const SECONDS = 10 * 60;

/** Keeps what must be known when the actor comes back with this state. */
export async function keepPending(
  actor: Actor,
  serverId: string,
  state: string,
  pending: PendingAuthorization,
): Promise<void> {
  const stateHash = hashOf(state);
  const ciphertext = await encryptSecret(JSON.stringify(pending), boundTo(actor, stateHash));
  await insertAuthorizationRequest(actor, { stateHash, serverId, ciphertext }, SECONDS);
}

/** What was kept, which is used up by it. `null` = the actor has begun no sign-in with this state, or long ago; nothing is used up. */
export async function takePending(
  actor: Actor,
  state: string,
): Promise<{ serverId: string; pending: PendingAuthorization } | null> {
  const stateHash = hashOf(state);
  const taken = await takeAuthorizationRequest(actor, stateHash);
  if (!taken) return null;
  const pending = JSON.parse(await decryptSecret(taken.ciphertext, boundTo(actor, stateHash))) as PendingAuthorization;
  return { serverId: taken.serverId, pending };
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}

function boundTo({ userId }: Actor, stateHash: string): string {
  return `mcp sign-in begun ${userId} ${stateHash}`;
}
