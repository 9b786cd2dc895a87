import 'server-only';
import { isIP } from 'node:net';
import { isPrivateAddress } from './is-private-address';
import { isTrustedOrigin } from './trusted-origins';

/**
 * Why a base URL may not be used, in words for people, or `null`. Names are not resolved here: the address that a
 * name leads to is checked when the connection is made.
 */
export function baseUrlProblem(baseUrl: string): string | null {
  const url = URL.parse(baseUrl);
  if (!url || !/^https?:$/.test(url.protocol)) return 'This is not an http or https address.';
  if (url.username || url.password) return 'A base URL must not contain a user name or password.';
  if (url.search || url.hash) return 'A base URL must not contain a query or a fragment.';
  if (isTrustedOrigin(baseUrl)) return null;
  if (isPrivateHost(url.hostname)) {
    return `Private addresses are refused. An administrator can allow ${url.origin} in MASSGEN_TRUSTED_ORIGINS.`;
  }
  return null;
}

function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (isIP(host)) return isPrivateAddress(host);
  return !host.includes('.') || /\.(?:localhost|local|internal|lan|home\.arpa)$/.test(host);
}
