import 'server-only';
import { createAuthorizationFetch } from '@/lib/mcp/authorization/authorization-fetch';
import type { Grant } from '@/lib/mcp/authorization/grant';
import { openGrant } from '@/lib/mcp/policy/stored-grant';
import { logger } from '@/lib/platform/observability/logger';

/**
 * Tells the authorization server that tokens are not used any more (RFC 7009), where it takes that. Never throws: here they are forgotten in any case.
 */
export async function revoke(whose: { serverId: string; userId: string }, ciphertext: string): Promise<void> {
  const grant = await openGrant(whose, ciphertext);
  if (!grant) return;
  const { access_token: access, refresh_token: refresh } = grant.tokens;
  // With the refresh token the access tokens go as well, but not everywhere.
  const tokens = [...(refresh === undefined ? [] : [[refresh, 'refresh_token']]), [access, 'access_token']];
  for (const [token = '', hint = ''] of tokens) await revokeToken(grant, token, hint);
}

async function revokeToken({ metadata, client, serverUrl }: Grant, token: string, hint: string): Promise<void> {
  const { revocation_endpoint: endpoint } = (metadata ?? {}) as { revocation_endpoint?: string };
  if (!endpoint || !client) return;
  const body = new URLSearchParams({ token, token_type_hint: hint });
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' };
  if (client.client_secret)
    headers.authorization = `Basic ${Buffer.from(`${encodeURIComponent(client.client_id)}:${encodeURIComponent(client.client_secret)}`).toString('base64')}`;
  else body.set('client_id', client.client_id);
  try {
    const response = await createAuthorizationFetch(serverUrl)(endpoint, { method: 'POST', headers, body });
    await response.body?.cancel();
  } catch (error) {
    logger.warn({ err: error }, 'An authorization server could not be told that tokens are not used any more.');
  }
}
