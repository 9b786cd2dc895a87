import 'server-only';
import { selectTrustedOrigins } from '@/db/queries/trusted-origins/select-trusted-origins';
import type { TrustedOriginRecord } from '@/db/types/trusted-origin-record';
import type { Actor } from '@/lib/platform/auth/actor';
import { requireOwner } from './require-owner';

/** The private addresses that the owner trusts for model requests. Throws `forbidden` to anybody else. */
export async function listTrustedOrigins(actor: Actor): Promise<TrustedOriginRecord[]> {
  requireOwner(actor);
  return selectTrustedOrigins();
}
