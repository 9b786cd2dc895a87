import 'server-only';
import type { McpProbe } from '@/lib/mcp/connect/mcp-clients';
import type { McpServer, RemoteTransport } from '@/lib/mcp/mcp-server';
import { getMcp } from '@/lib/runtime/mcp';
import { likelyAddresses } from './server-address';

/** Of one address, with all that is asked there. */
export const CHECK_SECONDS = 20;

interface Probed {
  probe: McpProbe;
  at: Pick<RemoteTransport, 'type' | 'url'>;
}

/** What answers at the first address where something does; else what was found at the address that was given. `findsAddress` = the usual ones are tried. */
export async function probeFirst(
  server: McpServer & { transport: RemoteTransport },
  findsAddress: boolean,
): Promise<Probed> {
  const first = await probeAt(server, server.transport);
  if (first.probe.ok || !findsAddress) return first;
  for (const at of likelyAddresses(server.transport).slice(1)) {
    const probed = await probeAt(server, at);
    if (probed.probe.ok) return probed;
  }
  return first;
}

async function probeAt(server: McpServer & { transport: RemoteTransport }, at: Probed['at']): Promise<Probed> {
  const transport = { ...server.transport, ...at };
  // Another address is another connection.
  const connectionKey = at.url === server.transport.url ? server.connectionKey : `${server.connectionKey} ${at.url}`;
  const probe = await getMcp().clients.probe(
    { ...server, connectionKey, transport },
    AbortSignal.timeout(CHECK_SECONDS * 1000),
  );
  return { probe, at: transport };
}
