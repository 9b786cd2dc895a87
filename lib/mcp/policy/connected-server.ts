import 'server-only';
import type { UsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import type { StoredTransport } from '@/db/types/mcp-server-record';
import type { McpServer } from '../mcp-server';
import type { credentialsFor } from './credentials-for';
import { openSecret } from './server-secrets';

/** The server as it is connected to, its secrets filled in. `null` = one of them is missing, or cannot be read any more. */
export async function connectedServer(found: UsableServer): Promise<McpServer | null> {
  const { id, name, userId, version, toolTimeoutSeconds, group, trusted, transport, era, checkedAt } = found;
  const [values, signedIn] = await Promise.all([filledIn(found), signedInTo(found).catch(() => 'unreadable')]);
  // The instance's secret has changed: whoever may use the server is told to enter it again.
  if (values === null || typeof signedIn === 'string') return null;
  return {
    id,
    name,
    scope: userId === null ? 'workspace' : 'own',
    connectionKey: `${id}.${version}${signedIn ? `.${signedIn.key}` : ''}`,
    ...(signedIn && { credentials: signedIn.credentials }),
    transport: withValues(transport, values),
    ...(era !== null && checkedAt && { lastEra: { name: era, at: checkedAt.getTime() } }),
    toolTimeoutMs: toolTimeoutSeconds * 1000,
    group,
    isTrusted: trusted,
  };
}

/** What signing in is made of is loaded when there is a server. */
async function signedInTo(found: UsableServer): ReturnType<typeof credentialsFor> {
  const { credentialsFor } = await import('./credentials-for');
  return credentialsFor(found);
}

function withValues(transport: StoredTransport, values: Record<string, string>): McpServer['transport'] {
  if (transport.type !== 'stdio') return { type: transport.type, url: transport.url, headers: values };
  const { type, command, args = [], network = false, folders = [] } = transport;
  return { type, command, args, env: values, network, folders };
}

async function filledIn({ id, transport, secrets }: UsableServer): Promise<Record<string, string> | null> {
  const values: Record<string, string> = {};
  const stored = transport.type === 'stdio' ? transport.env : transport.headers;
  for (const [name, value] of Object.entries(stored ?? {})) {
    const sealed = secrets.find((secret) => secret.name === name);
    const plain = typeof value === 'string' ? value : sealed && (await opened(id, sealed));
    if (plain === undefined) return null;
    values[name] = plain;
  }
  return values;
}

async function opened(id: string, sealed: UsableServer['secrets'][number]): Promise<string | undefined> {
  try {
    return await openSecret(id, sealed);
  } catch {
    // The instance's secret has changed: whoever may use the server is told to enter it again.
    return undefined;
  }
}
