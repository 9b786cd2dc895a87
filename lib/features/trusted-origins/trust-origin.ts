import 'server-only';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { insertTrustedOrigin } from '@/db/queries/trusted-origins/insert-trusted-origin';
import type { TrustedOriginRecord } from '@/db/types/trusted-origin-record';
import { forgetBackendHealth } from '@/lib/features/backends/list-backends';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { isPrivateHost } from '@/lib/platform/security/is-private-host';
import { malformedBaseUrl } from '@/lib/platform/security/malformed-base-url';
import { pastedBaseUrl } from '@/lib/platform/security/pasted-base-url';
import { requireOwner } from './require-owner';

/** Where clouds tell a machine its own secrets: never a model's address. */
const METADATA = /^(?:169\.254\.|\[fe80:|\[fd00:ec2::|metadata\.)/i;

export const trustedOriginSchema = z.strictObject({
  origin: z.string().trim().min(1, texts.giveAddress).max(500),
  forMembers: z.boolean().default(false),
});

/**
 * Trusts a private address for model requests, exactly its scheme, host and port; what stands behind them in the input is left out.
 * Throws `forbidden` to who is not the owner, `invalid` for an address that cannot or need not be trusted.
 */
export async function trustOrigin(
  actor: Actor,
  { origin: given, forMembers }: z.infer<typeof trustedOriginSchema>,
): Promise<TrustedOriginRecord> {
  requireOwner(actor);
  const address = pastedBaseUrl('', given);
  const problem = malformedBaseUrl(address) ?? problemOf(new URL(address));
  if (problem) throw new AppError('invalid', problem, { fields: [{ path: 'origin', message: problem }] });
  const stored = await insertTrustedOrigin(actor, { id: uuidv7(), origin: new URL(address).origin, forMembers });
  forgetBackendHealth();
  return stored;
}

function problemOf({ hostname }: URL): string | null {
  if (METADATA.test(hostname)) return texts.neverTrusted;
  return isPrivateHost(hostname) ? null : texts.publicAddress;
}
