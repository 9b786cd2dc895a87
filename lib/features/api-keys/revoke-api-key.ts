import 'server-only';
import { markApiKeyRevoked } from '@/db/queries/api-keys/mark-api-key-revoked';
import { record } from '@/lib/features/audit/record';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckRights } from '@/lib/platform/auth/held-rights';
import { recentApiKeys } from '@/lib/platform/auth/recent-api-keys';
import { AppError } from '@/lib/platform/errors/app-error';

/** Throws `not_found` for anybody else's key. */
export async function revokeApiKey(actor: Actor, apiKeyId: string): Promise<void> {
  const revoked = await markApiKeyRevoked(actor.userId, apiKeyId);
  recentApiKeys.forget();
  recheckRights();
  if (!revoked) throw new AppError('not_found', texts.noSuchApiKey);
  await record(actor, { ...revoked, action: 'apiKey.revoke', target: { kind: 'apiKey', id: apiKeyId } });
}
