import 'server-only';
import { discoverOAuthServerInfo, refreshAuthorization } from '@modelcontextprotocol/client';
import { McpFailure } from '../connect/mcp-failure';
import { createAuthorizationFetch } from './authorization-fetch';
import type { Challenge } from './challenge';
import { signedAuthentication } from './client-authentication';
import { dpopSession } from './dpop-key';
import { expiryOf, type Grant, type OauthClientConfig } from './grant';
import { texts } from './texts';

/**
 * Gets new tokens for the ones that have expired, from the authorization server that gave them; `challenge` = the server has refused the old ones. Whatever goes wrong, the old ones are as good as before.
 * Throws `needs_authorization` where only the person can help, what the SDK throws otherwise.
 */
export async function renewGrant(
  grant: Grant,
  config: OauthClientConfig | null,
  challenge: Challenge | null,
): Promise<Grant> {
  const { serverUrl, issuer, metadata, client, resource, tokens: before, dpop } = grant;
  const { refresh_token: refreshToken } = before;
  if (refreshToken === undefined || client === null) throw new McpFailure('needs_authorization', texts.lost);
  if (challenge && (await hasMoved(grant, challenge))) throw new McpFailure('needs_authorization', texts.moved);
  const began = Date.now();
  const tokens = await refreshAuthorization(issuer, {
    ...{ clientInformation: client, refreshToken },
    ...(metadata && { metadata }),
    ...(resource !== null && { resource }),
    ...(dpop && { dpop: await dpopSession(dpop) }),
    ...signedAuthentication(config),
    fetchFn: createAuthorizationFetch(serverUrl),
  });
  // An authorization server may leave out what stays as it was.
  const kept = { scope: before.scope, id_token: before.id_token };
  return { ...grant, tokens: { ...kept, ...tokens, issuer }, expiresAt: expiryOf(tokens, began) };
}

/** A server that has refused a token may name another authorization server by now, to which nothing of the old one is sent. */
async function hasMoved({ serverUrl, issuer }: Grant, { resourceMetadataUrl }: Challenge): Promise<boolean> {
  try {
    const { authorizationServerUrl, authorizationServerMetadata } = await discoverOAuthServerInfo(serverUrl, {
      ...(resourceMetadataUrl && { resourceMetadataUrl }),
      fetchFn: createAuthorizationFetch(serverUrl),
    });
    const named = authorizationServerMetadata?.issuer ?? authorizationServerUrl;
    return named.replace(/\/$/, '') !== issuer.replace(/\/$/, '');
  } catch {
    // What cannot be asked has not moved: the old one says whether it is there.
    return false;
  }
}
