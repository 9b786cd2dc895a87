import 'server-only';
import { texts } from '@/lib/platform/texts';
import { isPrivateHost } from './is-private-host';
import { malformedBaseUrl } from './malformed-base-url';
import { isTrustedOrigin } from './trusted-origins';

/**
 * Why a base URL may not be used, in words for people, or `null`. Names are not resolved here: the address that a
 * name leads to is checked when the connection is made.
 * @param trustedOrigin one that the owner trusts besides, for a model request of whoever asks
 */
export function baseUrlProblem(baseUrl: string, trustedOrigin: string | null = null): string | null {
  const malformed = malformedBaseUrl(baseUrl);
  if (malformed) return malformed;
  const { origin, hostname } = new URL(baseUrl);
  if (isTrustedOrigin(baseUrl) || origin === trustedOrigin || !isPrivateHost(hostname)) return null;
  return texts.privateAddress(origin);
}
