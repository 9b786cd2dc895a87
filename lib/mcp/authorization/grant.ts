import type { AuthorizationServerMetadata, StoredOAuthClientInformation } from '@modelcontextprotocol/client';
import type { DpopKey } from './dpop-key';

/** The tokens of an authorization server, with the issuer to which they belong. */
export interface GrantTokens {
  access_token: string;
  token_type: string;
  refresh_token?: string | undefined;
  expires_in?: number | undefined;
  scope?: string | undefined;
  id_token?: string | undefined;
  issuer?: string | undefined;
}

/** A person's sign-in to a server, or the application's own; stored encrypted, as a whole. */
export interface Grant {
  /** What it lets in to. It is sent to no other address. */
  serverUrl: string;
  issuer: string;
  metadata: AuthorizationServerMetadata | null;
  client: StoredOAuthClientInformation | null;
  resource: string | null;
  tokens: GrantTokens;
  /** Milliseconds since 1970; `null` = the authorization server does not say. */
  expiresAt: number | null;
  /** The tokens are bound to this key. */
  dpop: DpopKey | null;
}

/** As what the application is known to an authorization server, where a person has registered it there. Secrets are filled in. */
export interface OauthClientConfig {
  clientId: string;
  issuer: string | null;
  scope: string | null;
  grant: 'authorizationCode' | 'clientCredentials';
  clientSecret: string | null;
  privateKey: string | null;
  algorithm: string | null;
}

/** Until when tokens last that have just come. */
export function expiryOf({ expires_in: seconds }: Pick<GrantTokens, 'expires_in'>, now = Date.now()): number | null {
  return typeof seconds === 'number' && seconds >= 0 ? now + seconds * 1000 : null;
}
