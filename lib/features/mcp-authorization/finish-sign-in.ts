import 'server-only';
import { uuidv7 } from 'uuidv7';
import { findAuthorization } from '@/db/queries/mcp-authorization/find-authorization';
import { saveAuthorization } from '@/db/queries/mcp-authorization/save-authorization';
import { checkServer } from '@/lib/features/mcp-servers/check-server';
import { failureOfAuthorization } from '@/lib/mcp/authorization/failure-of-authorization';
import { finishAuthorization } from '@/lib/mcp/authorization/finish-authorization';
import { sealGrant } from '@/lib/mcp/policy/stored-grant';
import type { Actor } from '@/lib/platform/auth/actor';
import { getMcp } from '@/lib/runtime/mcp';
import { accountOf } from './account-of';
import { takePending } from './pending-authorizations';
import { requireUsableServer } from './require-usable-server';
import { revoke } from './revoke';

/** How a sign-in ended, and at which server; `null` = at none that the actor had begun one at. */
export interface SignInEnd {
  serverId: string | null;
  outcome: 'done' | 'unknown' | 'denied' | 'failed';
}

/**
 * Takes what the actor comes back with from an authorization server. A state that is not theirs uses nothing up. Never throws for what the other side
 * did: the outcome says it.
 */
export async function finishSignIn(actor: Actor, params: URLSearchParams): Promise<SignInEnd> {
  const taken = await takePending(actor, params.get('state') ?? '');
  if (!taken) return { serverId: null, outcome: 'unknown' };
  const { serverId, pending } = taken;
  const { server, config } = await requireUsableServer(actor, serverId);
  // Its address may have been changed in the meantime: what was begun was for the one before.
  const { transport } = server;
  if (transport.type === 'stdio' || transport.url !== pending.serverUrl) return { serverId, outcome: 'failed' };
  const grant = await finishAuthorization(pending, params, config).catch(failureOfAuthorization);
  if (grant instanceof Error)
    return { serverId, outcome: params.get('error') === 'access_denied' ? 'denied' : 'failed' };
  const before = await findAuthorization(actor, serverId);
  const whose = { serverId, userId: actor.userId };
  const saved = await saveAuthorization(actor, {
    ...{ id: uuidv7(), serverId, issuer: grant.issuer, account: accountOf(grant.tokens) },
    scope: grant.tokens.scope ?? null,
    ciphertext: await sealGrant(whose, grant),
    expiresAt: grant.expiresAt === null ? null : new Date(grant.expiresAt),
  });
  if (!saved) return { serverId, outcome: 'failed' };
  getMcp().clients.forget(serverId);
  // What the sign-in before held is of no use to anybody any more.
  if (before) await revoke(whose, before.ciphertext);
  await checkServer(actor, serverId);
  return { serverId, outcome: 'done' };
}
