import 'server-only';
import { revokeShares } from '@/db/queries/shares/revoke-shares';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckViews } from '@/lib/platform/auth/held-views';
import { recordRevoked } from './record-share';

/** Revokes all links that the actor has made. */
export async function revokeOwnShares(actor: Actor): Promise<void> {
  const revoked = await revokeShares(actor, 'own');
  recheckViews();
  await recordRevoked(actor, revoked);
}
