import 'server-only';
import { isPrivateHost } from '@/lib/platform/security/is-private-host';

/** Where people come back to from an authorization server. */
export function redirectUrl(origin: string): string {
  return `${origin}/api/mcp/oauth/callback`;
}

/** The document by which authorization servers know this application; `null` = they could not read it. */
export function clientMetadataUrl(origin: string): string | null {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' && !isPrivateHost(hostname) ? documentUrl(origin) : null;
}

export function documentUrl(origin: string): string {
  return `${origin}/api/mcp/oauth/client-metadata`;
}
