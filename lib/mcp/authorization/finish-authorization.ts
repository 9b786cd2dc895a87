import 'server-only';
import { exchangeAuthorization, validateAuthorizationResponseIssuer } from '@modelcontextprotocol/client';
import { McpFailure } from '../connect/mcp-failure';
import { createAuthorizationFetch } from './authorization-fetch';
import type { PendingAuthorization } from './begin-authorization';
import { signedAuthentication } from './client-authentication';
import { dpopSession } from './dpop-key';
import { failureOfAuthorization } from './failure-of-authorization';
import { expiryOf, type Grant, type OauthClientConfig } from './grant';
import { texts } from './texts';

/**
 * Takes what a person comes back with, and gets the tokens for it from the authorization server that was asked, and from no other. Throws an
 * `McpFailure`.
 */
export async function finishAuthorization(
  pending: PendingAuthorization,
  params: URLSearchParams,
  config: OauthClientConfig | null,
): Promise<Grant> {
  const { serverUrl, issuer, metadata, client, resource, redirectUrl, codeVerifier, dpop } = pending;
  const iss = params.get('iss') ?? undefined;
  try {
    // Before anything else of it is believed, its errors among it.
    validateAuthorizationResponseIssuer({
      iss,
      expectedIssuer: issuer,
      issParameterSupported: metadata?.authorization_response_iss_parameter_supported === true,
    });
    const authorizationCode = params.get('code');
    if (!authorizationCode) throw new McpFailure('refused', texts.refused(errorIn(params)));
    const began = Date.now();
    const tokens = await exchangeAuthorization(issuer, {
      ...{ authorizationCode, codeVerifier, redirectUri: redirectUrl, clientInformation: client },
      ...(metadata && { metadata }),
      ...(iss !== undefined && { iss }),
      ...(resource !== null && { resource }),
      ...(dpop && { dpop: await dpopSession(dpop) }),
      ...signedAuthentication(config),
      fetchFn: createAuthorizationFetch(serverUrl),
    });
    const expiresAt = expiryOf(tokens, began);
    return { serverUrl, issuer, metadata, client, resource, tokens: { ...tokens, issuer }, expiresAt, dpop };
  } catch (error) {
    throw failureOfAuthorization(error);
  }
}

/** One of the codes that the specification knows; whatever else comes by a link is not repeated. */
function errorIn(params: URLSearchParams): string {
  const [error = 'no_code'] = /^[a-z_]{1,40}$/.exec(params.get('error') ?? '') ?? [];
  return error;
}
