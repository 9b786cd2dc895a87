import 'server-only';
import { saveMcpFinding } from '@/db/queries/mcp-servers/save-mcp-finding';
import { findUsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import type { McpFinding } from '@/db/types/mcp-server-record';
import type { McpProbe } from '@/lib/mcp/connect/mcp-clients';
import type { McpServer } from '@/lib/mcp/mcp-server';
import { connectedServer } from '@/lib/mcp/policy/connected-server';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { getMcp } from '@/lib/runtime/mcp';
import { probeFirst } from './probe-first';
import { probeProgram } from './probe-program';
import { texts } from './texts';

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
  const { probe, at } = server ? await probeOf(server, findAddress) : { probe: UNREADABLE, at: null };
  if (server && probe.description) await directory.approvedTools(server, probe.description.tools);
  const { transport } = found;
  const isMoved = at !== null && transport.type !== 'stdio' && at.url !== transport.url;
  if (isMoved) clients.forget(id);
  await saveMcpFinding(actor, found, {
    ...findingOf(probe),
    ...(at && transport.type !== 'stdio' && { transport: { ...transport, type: at.type, url: at.url } }),
  });
  return probe;
}

function probeOf(server: McpServer, findAddress: boolean) {
  const { transport } = server;
  return transport.type === 'stdio'
    ? probeProgram(server, transport)
    : probeFirst({ ...server, transport }, findAddress);
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
