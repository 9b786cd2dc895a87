import 'server-only';
import { revokeShares } from '@/db/queries/shares/revoke-shares';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckViews } from '@/lib/platform/auth/held-views';
import { findShareOrThrow } from './find-share-or-throw';
import { recordRevoked } from './record-share';

/** From now on nobody can open the link, and what is open on it ends. Throws `not_found` for one that the actor may not see. */
export async function revokeShare(actor: Actor, shareId: string): Promise<void> {
  await findShareOrThrow(actor, shareId);
  const revoked = await revokeShares(actor, { id: shareId });
  recheckViews();
  await recordRevoked(actor, revoked);
}
