import 'server-only';
import {
  auth,
  computeScopeUnion,
  type OAuthClientMetadata,
  type OAuthClientProvider,
  type OAuthDiscoveryState,
  type StoredOAuthClientInformation,
} from '@modelcontextprotocol/client';
import { isTrustedOrigin } from '@/lib/platform/security/trusted-origins';
import { McpFailure } from '../connect/mcp-failure';
import { createAuthorizationFetch } from './authorization-fetch';
import type { Challenge } from './challenge';
import { configuredClient } from './client-authentication';
import { bindsTokens, type DpopKey, newDpopKey } from './dpop-key';
import { failureOfAuthorization } from './failure-of-authorization';
import type { Grant, OauthClientConfig } from './grant';
import { texts } from './texts';

/** What must be known when the person comes back; stored encrypted. */
export interface PendingAuthorization extends Pick<Grant, 'serverUrl' | 'issuer' | 'metadata' | 'resource'> {
  client: StoredOAuthClientInformation;
  redirectUrl: string;
  codeVerifier: string;
  dpop: DpopKey | null;
}

export interface AuthorizationTerms {
  serverUrl: string;
  redirectUrl: string;
  /** The document that says who this application is; `null` = no address of it can be seen from the internet. */
  clientMetadataUrl: string | null;
  config: OauthClientConfig | null;
  challenge: Challenge;
  /** Rights that are held already, or are needed besides. */
  scopes: (string | null)[];
  state: string;
  /** What an authorization server knows the application as. */
  clients: {
    find(issuer: string): Promise<StoredOAuthClientInformation | null>;
    keep(issuer: string, client: StoredOAuthClientInformation): Promise<void>;
  };
}

/** What the application says of itself, to authorization servers that register it and in its own document. */
export function clientMetadata(redirectUrl: string): OAuthClientMetadata {
  return {
    client_name: 'MassGen Web',
    redirect_uris: [redirectUrl],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
  };
}

/**
 * Finds out where a person signs in to a server, and makes the address of the page for it. Nothing is sent to an authorization server that does not
 * offer PKCE. Throws an `McpFailure`.
 */
export async function beginAuthorization(
  terms: AuthorizationTerms,
): Promise<{ authorizationUrl: URL; pending: PendingAuthorization }> {
  try {
    return await begin(terms);
  } catch (error) {
    throw failureOfAuthorization(error);
  }
}

async function begin({ serverUrl, redirectUrl, config, challenge, scopes, state, ...terms }: AuthorizationTerms) {
  let discovered: OAuthDiscoveryState | null = null;
  let client: StoredOAuthClientInformation | null = config && configuredClient(config);
  let resource: string | null = null;
  let codeVerifier = '';
  let page: URL | null = null;
  const provider: OAuthClientProvider = {
    redirectUrl,
    ...(terms.clientMetadataUrl !== null && { clientMetadataUrl: terms.clientMetadataUrl }),
    clientMetadata: clientMetadata(redirectUrl),
    state: () => state,
    async clientInformation(context) {
      const issuer = context?.issuer ?? '';
      if (config && client) {
        if (!isOf(config, issuer)) throw new McpFailure('refused', texts.otherIssuer(config.issuer ?? ''));
        return { ...client, issuer };
      }
      return (await terms.clients.find(issuer)) ?? undefined;
    },
    async saveClientInformation(saved, context) {
      client = saved;
      if (!config && context) await terms.clients.keep(context.issuer, saved);
    },
    tokens: () => undefined,
    saveTokens: () => {},
    // Told before anything of the authorization server is used.
    saveDiscoveryState(state) {
      discovered = checked(state);
    },
    saveResourceUrl(url) {
      resource = url;
    },
    saveCodeVerifier(verifier) {
      codeVerifier = verifier;
    },
    codeVerifier: () => codeVerifier,
    redirectToAuthorization(url) {
      page = url;
    },
  };
  const scope = computeScopeUnion(
    challenge.scope,
    config?.scope ?? undefined,
    ...scopes.map((one) => one ?? undefined),
  );
  await auth(provider, {
    serverUrl,
    fetchFn: createAuthorizationFetch(serverUrl),
    ...(scope !== undefined && { scope }),
    ...(challenge.resourceMetadataUrl && { resourceMetadataUrl: challenge.resourceMetadataUrl }),
  });
  const { authorizationServerMetadata: metadata } = discovered as unknown as OAuthDiscoveryState;
  const issuer = metadata?.issuer ?? '';
  client ??= await terms.clients.find(issuer);
  const authorizationUrl = safePage(page);
  if (!client || !metadata) throw new McpFailure('refused', texts.badReply);
  const dpop = bindsTokens(metadata) ? await newDpopKey() : null;
  if (dpop) authorizationUrl.searchParams.set('dpop_jkt', dpop.thumbprint);
  const pending = {
    serverUrl,
    issuer,
    metadata,
    resource,
    client: { ...client, issuer },
    redirectUrl,
    codeVerifier,
    dpop,
  };
  return { authorizationUrl, pending };
}

/** A secret is for the authorization server only to which the person has given it. */
function isOf({ issuer }: OauthClientConfig, found: string): boolean {
  return issuer === null || issuer === found || `${issuer}/` === found || issuer === `${found}/`;
}

function checked(state: OAuthDiscoveryState): OAuthDiscoveryState {
  const metadata = state.authorizationServerMetadata;
  if (!metadata) throw new McpFailure('refused', texts.noMetadata);
  if (!metadata.code_challenge_methods_supported?.includes('S256')) throw new McpFailure('refused', texts.noPkce);
  return state;
}

/** A person opens it in their browser: nothing but a page that comes by https, or that the operator trusts. */
function safePage(page: URL | null): URL {
  if (!page) throw new McpFailure('refused', texts.badReply);
  const isSafe = page.protocol === 'https:' || (page.protocol === 'http:' && isTrustedOrigin(page.href));
  if (!isSafe || page.username || page.password) throw new McpFailure('refused', texts.insecurePage(page.host));
  return page;
}
