import 'server-only';
import { uuidv7 } from 'uuidv7';
import { insertMcpCall } from '@/db/queries/mcp-calls/insert-mcp-call';
import { type NamedTool, pinMcpTools } from '@/db/queries/mcp-pins/pin-mcp-tools';
import { selectUsableServers, type UsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import { selectMcpTools } from '@/db/queries/mcp-tools/select-mcp-tools';
import { findRunStarter, type RunStarter } from '@/db/queries/run-log/find-run-starter';
import type { StoredTool } from '@/db/types/mcp-tool-record';
import type { Invocation, MissingServer, ToolDecision, ToolScope } from '@/lib/engine/tool-source';
import { cleanJson } from '@/lib/platform/http/clean-json';
import type { AgentServer } from '@/lib/protocol/team';
import { texts as authorization } from '../authorization/texts';
import type { McpServer, McpTool } from '../mcp-server';
import { connectedServer } from './connected-server';
import { decidePolicy } from './decide-policy';
import { instancePolicy } from './instance-policy';
import type { McpDirectory, McpServerAccess } from './mcp-directory';
import { readFrom } from './read-from';

const GONE = 'There is no such server, or whoever started the run may not use it.';
const SWITCHED_OFF = 'It is switched off under Settings → MCP.';
const UNREADABLE = 'A secret of it is missing or cannot be read any more. Enter it again under Settings → MCP.';

/** What the database says of servers, tools and permissions, with the rights of whoever started the run. */
export function createMcpDirectory(): McpDirectory {
  return { serversFor, approvedTools, decide, record };
}

async function serversFor(scope: ToolScope): ReturnType<McpDirectory['serversFor']> {
  const servers: McpServerAccess[] = [];
  const missing: MissingServer[] = [];
  if (scope.agent.mcpServers.length === 0) return { servers, missing };
  const { usable } = await usableIn(scope);
  for (const taken of scope.agent.mcpServers) {
    const found = usable.find((server) => isNamed(server, taken));
    const isSignedOut = found?.enabled && needsSignIn(found);
    const server = found?.enabled && !isSignedOut ? await connectedServer(found) : null;
    if (server) servers.push({ server, only: taken.tools ?? null, exclude: taken.exclude ?? [] });
    else if (found && isSignedOut)
      missing.push({ server: found.name, because: authorization.signIn, signIn: found.id });
    else missing.push({ server: found?.name ?? taken.server, because: whyMissing(found) });
  }
  return { servers, missing };
}

/** Known beforehand: the server is not asked in vain, and nobody waits for it. */
function needsSignIn({ signsIn, signIn }: UsableServer): boolean {
  return signsIn && (signIn === null || signIn.isLost);
}

function whyMissing(found: UsableServer | undefined): string {
  if (!found) return GONE;
  return found.enabled ? UNREADABLE : SWITCHED_OFF;
}

async function usableIn({
  runId,
  workspaceId,
}: ToolScope): Promise<{ starter: RunStarter | null; usable: UsableServer[] }> {
  const starter = await findRunStarter(runId);
  return { starter, usable: starter ? await selectUsableServers(starter, workspaceId) : [] };
}

/** By id, or by name in any case. */
function isNamed({ id, name }: Pick<UsableServer, 'id' | 'name'>, { server }: AgentServer): boolean {
  return id === server || name.toLowerCase() === server.toLowerCase();
}

async function approvedTools(server: McpServer, tools: McpTool[]): Promise<McpTool[]> {
  // Of two tools under one name nobody could say which one is called.
  const named = [...new Map(tools.toReversed().map((tool) => [tool.name, tool])).values()].toReversed();
  const approved = await pinMcpTools(server.id, named.map(pinOf));
  return named.filter(({ name }) => approved.has(name));
}

/** What is pinned is what a person reads: the server's own words, but for what a database cannot hold. */
function pinOf({ hash, asGiven, ...clean }: McpTool): NamedTool {
  return { definition: cleanJson({ ...clean, ...asGiven }) as StoredTool, hash };
}

/** What is denied stands in the history as well. */
async function decide(invocation: Invocation): Promise<ToolDecision> {
  const { decided, serverId } = await decideFor(invocation);
  if (decided.decision === 'deny' && serverId)
    await record({
      ...{ serverId, tool: invocation.tool.tool, runId: invocation.scope.runId, userId: null, outcome: 'denied' },
      ...{ tookMs: 0, argumentBytes: Buffer.byteLength(JSON.stringify(invocation.arguments) ?? ''), resultBytes: 0 },
    });
  return decided;
}

async function decideFor({ scope, tool }: Invocation): Promise<{ decided: ToolDecision; serverId: string | null }> {
  const { starter, usable } = await usableIn(scope);
  const taken = scope.agent.mcpServers.find((agentServer) =>
    usable.some((server) => server.name === tool.server && isNamed(server, agentServer)),
  );
  const server = taken && usable.find((candidate) => isNamed(candidate, taken));
  if (!starter || !taken || !server?.enabled || !isTaken(taken, tool.tool)) {
    const because = `“${tool.server}” or its tool is not there for this agent any more. Go on without it.`;
    return { decided: { decision: 'deny', because }, serverId: server?.id ?? null };
  }
  const [stored] = await selectMcpTools(starter, server.id, tool.tool);
  if (stored?.state !== 'approved') {
    const because = `“${tool.tool}” of “${server.name}” waits until a person has approved its description under Settings → MCP. Go on without it.`;
    return { decided: { decision: 'deny', because }, serverId: server.id };
  }
  const trusted = new Set(usable.filter(({ trusted }) => trusted).map(({ name }) => name));
  const decided = decidePolicy({
    rules: { tool: stored.policy, server: server.policy, instance: instancePolicy() },
    own: stored.ownPolicy,
    isReadOnly: stored.definition.annotations?.readOnlyHint === true,
    isSteeredByOthers: starter.isShared && server.userId !== null,
    readFrom: readFrom(scope.state, trusted, { slot: scope.slot, server: tool.server, tool: tool.tool }),
  });
  return { decided, serverId: server.id };
}

function isTaken({ tools, exclude = [] }: AgentServer, tool: string): boolean {
  return (tools?.includes(tool) ?? true) && !exclude.includes(tool);
}

/** A call of a run is its starter's; of a run that is gone nothing is kept. */
async function record({ userId: given, ...call }: Parameters<McpDirectory['record']>[0]): Promise<void> {
  const userId = given ?? (call.runId && (await findRunStarter(call.runId))?.userId);
  if (userId) await insertMcpCall({ userId }, { id: uuidv7(), ...call });
}
