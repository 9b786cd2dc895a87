import 'server-only';
import { auth, type OAuthClientProvider, type OAuthDiscoveryState } from '@modelcontextprotocol/client';
import { McpFailure } from '../connect/mcp-failure';
import { createAuthorizationFetch } from './authorization-fetch';
import type { Challenge } from './challenge';
import { expiryOf, type Grant } from './grant';
import { texts } from './texts';

/** What lets the application itself in to a server, without a person: the SDK's provider of a grant. */
export type MachineProvider = OAuthClientProvider;

/** Gets tokens by a grant that needs no person. Throws what the SDK throws. */
export async function machineGrant(serverUrl: string, given: MachineProvider, challenge: Challenge): Promise<Grant> {
  let discovered: OAuthDiscoveryState | null = null;
  let resource: string | null = null;
  // The SDK's own error handling asks again; what is refused once is refused.
  const provider = withHooks(given, {
    saveDiscoveryState: (state) => {
      discovered = state;
    },
    saveResourceUrl: (url) => {
      resource = url;
    },
  });
  const began = Date.now();
  await auth(provider, {
    serverUrl,
    fetchFn: createAuthorizationFetch(serverUrl),
    ...(challenge.scope !== undefined && { scope: challenge.scope }),
    ...(challenge.resourceMetadataUrl && { resourceMetadataUrl: challenge.resourceMetadataUrl }),
  });
  const tokens = await given.tokens();
  if (!tokens) throw new McpFailure('refused', texts.badReply);
  const { authorizationServerUrl, authorizationServerMetadata } = discovered as unknown as OAuthDiscoveryState;
  const issuer = authorizationServerMetadata?.issuer ?? authorizationServerUrl;
  const expiresAt = expiryOf(tokens, began);
  const metadata = authorizationServerMetadata ?? null;
  return { serverUrl, issuer, metadata, client: null, resource, tokens, expiresAt, dpop: null };
}

type Hooks = Required<Pick<OAuthClientProvider, 'saveDiscoveryState'>> & { saveResourceUrl(url: string): void };

function withHooks(given: MachineProvider, hooks: Hooks): OAuthClientProvider {
  const others = given as MachineProvider & { saveResourceUrl?(url: string): unknown };
  return new Proxy(given, {
    get(target, name) {
      if (name === 'saveDiscoveryState') return hooks.saveDiscoveryState;
      if (name === 'saveResourceUrl')
        return (url: string) => {
          hooks.saveResourceUrl(url);
          return others.saveResourceUrl?.(url);
        };
      if (name === 'invalidateCredentials')
        return () => {
          throw new McpFailure('refused', texts.refused('invalid_client'));
        };
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
