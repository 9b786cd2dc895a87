import 'server-only';
import type { UsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import type { OauthClientConfig } from '../authorization/grant';
import { openSecret } from './server-secrets';

/** Names under which the secrets stand beside those of headers, which can have no colon. */
export const OAUTH_SECRETS = { clientSecret: 'oauth:clientSecret', privateKey: 'oauth:privateKey' } as const;

type OauthSecret = keyof typeof OAUTH_SECRETS;

/** As what a person has registered the application with the server's authorization server. Throws when a secret cannot be read any more. */
export async function oauthConfig({ id, transport, secrets }: UsableServer): Promise<OauthClientConfig | null> {
  if (transport.type === 'stdio' || !transport.oauth) return null;
  const { oauth } = transport;
  const opened = async (name: OauthSecret) => {
    if (!oauth[name]) return null;
    const sealed = secrets.find((secret) => secret.name === OAUTH_SECRETS[name]);
    if (!sealed) throw new Error(`The secret ${OAUTH_SECRETS[name]} of the server ${id} is missing.`);
    return openSecret(id, sealed);
  };
  const { clientId, issuer = null, scope = null, grant, algorithm = null } = oauth;
  return {
    ...{ clientId, issuer, scope, grant, algorithm },
    clientSecret: await opened('clientSecret'),
    privateKey: await opened('privateKey'),
  };
}
