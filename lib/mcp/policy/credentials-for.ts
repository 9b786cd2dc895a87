import 'server-only';
import type { UsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import { createCredentials } from '../authorization/create-credentials';
import { memoryGrantStore } from '../authorization/grant-store';
import { machineGrant } from '../authorization/machine-grant';
import { machineProvider } from '../authorization/machine-provider';
import { renewGrant } from '../authorization/renew-grant';
import type { ServerCredentials } from '../authorization/server-credentials';
import { texts } from '../authorization/texts';
import { McpFailure } from '../connect/mcp-failure';
import { oauthConfig } from './oauth-config';
import { storedGrant } from './stored-grant';

/**
 * What lets a person in to a server besides its headers, with what distinguishes connections made with it. Throws when a secret cannot be read any
 * more.
 */
export async function credentialsFor(
  found: UsableServer,
): Promise<{ credentials: ServerCredentials; key: string } | null> {
  const { id: serverId, transport, signIn, actorId: userId } = found;
  if (transport.type === 'stdio') return null;
  const { url } = transport;
  const config = await oauthConfig(found);
  if (config?.grant === 'clientCredentials')
    return {
      key: 'client',
      credentials: createCredentials({
        store: memoryGrantStore(),
        renew: (_before, challenge) => machineGrant(url, machineProvider(config), challenge ?? {}),
        isMachine: true,
      }),
    };
  if (!signIn) return null;
  return {
    key: `${userId}.${signIn.id}`,
    credentials: createCredentials({
      store: storedGrant({ serverId, userId }, signIn.id, url),
      async renew(before, challenge) {
        if (!before) throw new McpFailure('needs_authorization', texts.signIn);
        return renewGrant(before, config, challenge);
      },
      isMachine: false,
    }),
  };
}
