import { CrossAppAccessProvider, requestJwtAuthorizationGrant } from '@modelcontextprotocol/client';
import { env } from '@/lib/platform/config/env';
import { createAuthorizationFetch } from '../../authorization/authorization-fetch';
import { beginAuthorization } from '../../authorization/begin-authorization';
import { askForChallenge } from '../../authorization/challenge';
import { createCredentials } from '../../authorization/create-credentials';
import { finishAuthorization } from '../../authorization/finish-authorization';
import type { OauthClientConfig } from '../../authorization/grant';
import { memoryGrantStore } from '../../authorization/grant-store';
import { type MachineProvider, machineGrant } from '../../authorization/machine-grant';
import { machineProvider } from '../../authorization/machine-provider';
import { renewGrant } from '../../authorization/renew-grant';
import type { ServerCredentials } from '../../authorization/server-credentials';
import { McpFailure } from '../../connect/mcp-failure';

/** What the suite gives a scenario. */
export interface ConformanceContext {
  client_id?: string;
  client_secret?: string;
  issuer?: string;
  private_key_pem?: string;
  signing_algorithm?: string;
  idp_client_id?: string;
  idp_id_token?: string;
  idp_token_endpoint?: string;
  valid_jwt?: string;
}

const REDIRECT_URL = 'http://localhost:3000/callback';
const CLIENT_METADATA_URL = 'https://conformance-test.local/client-metadata.json';
/** More in vain and the person gives up. */
const MOST_SIGN_INS = 3;

/** The suite's servers are at ports of this machine that nobody knows before. */
export function trustThisMachine(): void {
  env().MASSGEN_TRUSTED_ORIGINS.includes = (origin) => ['localhost', '127.0.0.1'].includes(new URL(origin).hostname);
}

/** Whoever uses the server in a scenario: somebody who signs in where they are asked to, or nobody at all. */
export function conformancePerson(
  url: string,
  scenario: string,
  context: ConformanceContext,
): { credentials: ServerCredentials; signingIn<T>(work: () => Promise<T>): Promise<T> } {
  const machine = machineOf(scenario, context);
  if (machine) {
    const renew = (_before: unknown, challenge: Parameters<typeof machineGrant>[2] | null) =>
      machineGrant(url, machine, challenge ?? {});
    const credentials = createCredentials({ store: memoryGrantStore(), renew, isMachine: true });
    return { credentials, signingIn: (work) => work() };
  }
  const config = scenario === 'auth/pre-registration' ? configOf(context) : null;
  const store = memoryGrantStore();
  const credentials = createCredentials({
    store,
    renew: (before, challenge) =>
      before ? renewGrant(before, config, challenge) : Promise.reject(new Error('Nobody has signed in.')),
    isMachine: false,
  });
  const clients = new Map<string, Awaited<ReturnType<ClientsOf['find']>>>();
  async function signIn(): Promise<void> {
    const held = (await store.read())?.grant.tokens.scope ?? null;
    const state = crypto.randomUUID();
    const { authorizationUrl, pending } = await beginAuthorization({
      ...{ serverUrl: url, redirectUrl: REDIRECT_URL, clientMetadataUrl: CLIENT_METADATA_URL, config, state },
      challenge: (await askForChallenge(url, 'http')) ?? {},
      scopes: [held, store.needed],
      clients: {
        find: async (issuer) => clients.get(issuer) ?? null,
        keep: async (issuer, client) => void clients.set(issuer, client),
      },
    });
    const page = await fetch(authorizationUrl, { redirect: 'manual' });
    const back = new URL(page.headers.get('location') ?? '').searchParams;
    if (back.get('state') !== state) throw new Error('Another state came back.');
    store.put(await finishAuthorization(pending, back, config));
  }
  return {
    credentials,
    async signingIn(work) {
      for (let times = 0; ; times++) {
        try {
          return await work();
        } catch (error) {
          if (!(error instanceof McpFailure) || error.kind !== 'needs_authorization' || times === MOST_SIGN_INS)
            throw error;
          await signIn();
        }
      }
    },
  };
}

type ClientsOf = Parameters<typeof beginAuthorization>[0]['clients'];

function configOf(context: ConformanceContext): OauthClientConfig {
  const { client_id = '', client_secret = null, issuer = null, private_key_pem = null } = context;
  return {
    ...{ clientId: client_id, clientSecret: client_secret, issuer, scope: null, grant: 'clientCredentials' },
    ...{ privateKey: private_key_pem, algorithm: context.signing_algorithm ?? null },
  };
}

/** Where no person is: by the application's own credentials, by those of an enterprise, or by those of the machine that it runs on. */
function machineOf(scenario: string, context: ConformanceContext): MachineProvider | null {
  const { client_id: clientId = '', client_secret: clientSecret = '' } = context;
  switch (scenario) {
    case 'auth/client-credentials-basic':
    case 'auth/client-credentials-jwt':
      return machineProvider(configOf(context));
    case 'auth/enterprise-managed-authorization':
      return new CrossAppAccessProvider({
        ...{ clientId, clientSecret },
        assertion: async ({ authorizationServerUrl, resourceUrl }) => {
          const { jwtAuthGrant } = await requestJwtAuthorizationGrant({
            ...{ audience: authorizationServerUrl, resource: resourceUrl },
            tokenEndpoint: context.idp_token_endpoint ?? '',
            idToken: context.idp_id_token ?? '',
            clientId: context.idp_client_id ?? '',
            fetchFn: createAuthorizationFetch(resourceUrl),
          });
          return jwtAuthGrant;
        },
      });
    case 'auth/wif-jwt-bearer':
      return workloadProvider(clientId, context.valid_jwt ?? '');
    default:
      return null;
  }
}

/** RFC 7523: the assertion of the platform on which the application runs is all that it shows. */
function workloadProvider(clientId: string, assertion: string): MachineProvider {
  let tokens: Awaited<ReturnType<MachineProvider['tokens']>>;
  return {
    redirectUrl: undefined,
    clientMetadata: { redirect_uris: [], token_endpoint_auth_method: 'none' },
    clientInformation: () => ({ client_id: clientId }),
    tokens: () => tokens,
    saveTokens(saved) {
      tokens = saved;
    },
    redirectToAuthorization() {},
    saveCodeVerifier() {},
    codeVerifier: () => '',
    prepareTokenRequest(scope) {
      const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
      return new URLSearchParams({ grant_type: grant, assertion, ...(scope !== undefined && { scope }) });
    },
  };
}
