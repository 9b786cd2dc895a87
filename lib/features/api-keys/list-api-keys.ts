import 'server-only';
import { type ApiKeyRecord, selectApiKeys } from '@/db/queries/api-keys/select-api-keys';
import type { Actor } from '@/lib/platform/auth/actor';

/** The actor's own keys, newest first, without the keys themselves. */
export function listApiKeys(actor: Actor): Promise<ApiKeyRecord[]> {
  return selectApiKeys(actor.userId);
}
