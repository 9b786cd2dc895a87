import {
  type AddClientAuthentication,
  createPrivateKeyJwtAuth,
  type StoredOAuthClientInformation,
} from '@modelcontextprotocol/client';
import type { OauthClientConfig } from './grant';

/** As the authorization server knows the application, where a person has registered it there. */
export function configuredClient(config: OauthClientConfig): StoredOAuthClientInformation {
  const { clientId, clientSecret, issuer } = config;
  return {
    client_id: clientId,
    ...(clientSecret !== null && { client_secret: clientSecret }),
    ...(issuer !== null && { issuer }),
  };
}

/** By a signed assertion in the place of a secret (RFC 7523); absent = by what the client information says. */
export function signedAuthentication(config: OauthClientConfig | null): {
  addClientAuthentication?: AddClientAuthentication;
} {
  if (!config?.privateKey) return {};
  const { clientId, privateKey, algorithm } = config;
  const alg = algorithm ?? 'ES256';
  return { addClientAuthentication: createPrivateKeyJwtAuth({ issuer: clientId, subject: clientId, privateKey, alg }) };
}
