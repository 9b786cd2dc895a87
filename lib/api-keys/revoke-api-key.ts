import 'server-only';
import { markApiKeyRevoked } from '@/db/queries/api-keys/mark-api-key-revoked';
import type { Actor } from '@/lib/auth/actor';
import { recentApiKeys } from '@/lib/auth/recent-api-keys';
import { AppError } from '@/lib/errors/app-error';

/** Throws `not_found` for anybody else's key. */
export async function revokeApiKey(actor: Actor, apiKeyId: string): Promise<void> {
  const revoked = await markApiKeyRevoked(actor.userId, apiKeyId);
  recentApiKeys.forget();
  if (!revoked) throw new AppError('not_found', 'There is no such API key.');
}
