import 'server-only';
import { saveMcpFinding } from '@/db/queries/mcp-servers/save-mcp-finding';
import { findUsableServer, type UsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import type { McpFinding } from '@/db/types/mcp-server-record';
import type { McpProbe } from '@/lib/mcp/connect/mcp-clients';
import type { McpServer } from '@/lib/mcp/mcp-server';
import { connectedServer } from '@/lib/mcp/policy/connected-server';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getMcp } from '@/lib/runtime/mcp';
import { likelyAddresses } from './server-address';
import { texts } from './texts';

/** Of one address, with all that is asked there. */
const CHECK_SECONDS = 20;

const UNREADABLE: McpProbe = {
  ok: false,
  steps: [{ name: texts.secretsStep, ok: false, tookMs: 0, message: texts.secretUnreadable }],
  failure: 'needs_authorization',
  description: null,
};

/**
 * Connects to a server afresh, keeps what is found, and compares its tools with those that were approved. `findAddress` = where only a host was given,
 * what answers first of the usual addresses becomes the server's. Throws `not_found`.
 */
export async function checkServer(actor: Actor, id: string, { findAddress = false } = {}): Promise<McpProbe> {
  const found = await findUsableServer(actor, id);
  if (!found) throw new AppError('not_found', texts.noSuchServer);
  const server = await connectedServer(found);
  const { clients, directory } = getMcp();
  const { probe, at } = server ? await probeFirst(server, findAddress) : { probe: UNREADABLE, at: found.transport };
  if (server && probe.description) await directory.approvedTools(server, probe.description.tools);
  if (at.url !== found.transport.url) clients.forget(id);
  await saveMcpFinding(actor, found, {
    ...findingOf(probe),
    transport: { ...found.transport, type: at.type, url: at.url },
  });
  return probe;
}

/** What answers at the first address where something does; else what was found at the address that was given. */
async function probeFirst(server: McpServer, findAddress: boolean) {
  const { clients } = getMcp();
  let given: { probe: McpProbe; at: Pick<UsableServer['transport'], 'type' | 'url'> } | null = null;
  for (const at of findAddress ? likelyAddresses(server.transport) : [server.transport]) {
    const transport = { ...server.transport, ...at };
    // Another address is another connection.
    const connectionKey = at.url === server.transport.url ? server.connectionKey : `${server.connectionKey} ${at.url}`;
    const probe = await clients.probe(
      { ...server, connectionKey, transport },
      AbortSignal.timeout(CHECK_SECONDS * 1000),
    );
    if (probe.ok) return { probe, at: transport };
    given ??= { probe, at: transport };
  }
  return given ?? { probe: UNREADABLE, at: server.transport };
}

function findingOf({ ok, steps, failure, description }: McpProbe): McpFinding {
  const failed = steps.find((step) => !step.ok);
  const problem = ok ? null : (failed?.message ?? texts.notReached);
  return {
    status: ok ? 'ready' : failure === 'needs_authorization' ? failure : 'unavailable',
    problem,
    era: description?.era ?? null,
    serverInfo: description?.serverInfo ?? null,
    instructions: description?.instructions ?? null,
    latencyMs: description ? Math.round(description.latencyMs) : null,
  };
}
