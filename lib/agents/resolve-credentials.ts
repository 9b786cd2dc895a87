import 'server-only';
import { selectUsableKeys } from '@/db/queries/provider-keys/select-usable-keys';
import type { ProviderKeyRecord } from '@/db/types/provider-key-record';
import type { QueryActor } from '@/db/types/query-actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { baseUrlProblem } from '@/lib/platform/security/base-url-problem';
import { decryptSecret } from '@/lib/platform/security/decrypt-secret';
import { isTrustedOrigin, originOf } from '@/lib/platform/security/trusted-origins';
import type { BackendChoice } from '@/lib/protocol/team';
import type { Credentials } from './backend';
import { isInstanceOrigin } from './instance-variables';
import { pastedAddress } from './pasted-address';
import { providerSettings } from './provider-settings';
import { trustedOriginFor } from './trusted-origin-for';

interface KeyOffer {
  /** Where the key belongs; it is sent nowhere else, except to origins that the operator trusts. */
  baseUrl: string | null;
  /** Empty = an address was stored, of a server that wants no key. */
  reveal(): Promise<string>;
}

/**
 * Key and base URL for one agent: the person's key, else the workspace's, else the instance's.
 * Throws `invalid` for a base URL that is not allowed, and for a stored key that cannot be read any more.
 */
export async function resolveCredentials(
  actor: QueryActor,
  workspaceId: string,
  choice: Pick<BackendChoice, 'type' | 'baseUrl'> & { params?: BackendChoice['params'] },
): Promise<Credentials> {
  const settings = providerSettings(choice.type, choice.params);
  if (!settings) return { apiKey: null, baseUrl: null };
  const home = settings.baseUrl ?? settings.defaultBaseUrl;
  const stored = await selectUsableKeys(actor, workspaceId, settings.keysOf);
  const offers: KeyOffer[] = stored.map((key) => ({ baseUrl: key.baseUrl ?? home, reveal: () => revealKey(key) }));
  const { apiKey: instanceKey } = settings;
  if (instanceKey) offers.push({ baseUrl: home, reveal: async () => instanceKey });

  const given = choice.baseUrl ?? (settings.hasOwnPath ? home : (offers[0]?.baseUrl ?? settings.baseUrl));
  if (!given) return { apiKey: null, baseUrl: null };
  const baseUrl = pastedAddress(choice.type, given);
  const trustedOrigin = await trustedOriginFor(actor, baseUrl);
  const problem = baseUrlProblem(baseUrl, trustedOrigin);
  if (problem) throw new AppError('invalid', problem, { fields: [{ path: 'backend.baseUrl', message: problem }] });
  const offer = offers.find((candidate) => mayGoTo(candidate, baseUrl));
  return { apiKey: offer ? (await offer.reveal()) || null : null, baseUrl, trustedOrigin };
}

/**
 * Else whoever may edit a team could have the workspace's key sent to an address of their own. One that the owner trusts in Settings gets
 * only a key that belongs there.
 */
function mayGoTo(offer: KeyOffer, baseUrl: string): boolean {
  const isOperators = isTrustedOrigin(baseUrl) || isInstanceOrigin(baseUrl);
  return isOperators || (offer.baseUrl !== null && originOf(offer.baseUrl) === originOf(baseUrl));
}

async function revealKey(key: ProviderKeyRecord & { ciphertext: string }): Promise<string> {
  try {
    return await decryptSecret(key.ciphertext, key.id);
  } catch (cause) {
    throw new AppError(
      'invalid',
      `The stored key for “${key.provider}” cannot be read: the instance’s secret has changed.`,
      {
        hint: 'Enter the key again in Settings → Models.',
        cause,
      },
    );
  }
}
