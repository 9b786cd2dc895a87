import 'server-only';
import { uuidv7 } from 'uuidv7';
import { insertMcpCall } from '@/db/queries/mcp-calls/insert-mcp-call';
import { selectUsableChains } from '@/db/queries/mcp-chains/select-mcp-chains';
import { type NamedTool, pinMcpTools } from '@/db/queries/mcp-pins/pin-mcp-tools';
import { selectUsableServers, type UsableServer } from '@/db/queries/mcp-servers/select-usable-servers';
import { selectMcpTools } from '@/db/queries/mcp-tools/select-mcp-tools';
import { policyOf } from '@/db/queries/policies/policy-of';
import { findRunStarter, type RunStarter } from '@/db/queries/run-log/find-run-starter';
import type { StoredTool } from '@/db/types/mcp-tool-record';
import type { Invocation, MissingServer, ToolDecision, ToolScope } from '@/lib/engine/tool-source';
import { cleanJson } from '@/lib/platform/http/clean-json';
import { CHAINS_SERVER } from '@/lib/protocol/chains';
import type { AgentServer } from '@/lib/protocol/team';
import { texts as authorization } from '../authorization/texts';
import { EXAMPLE, isExample } from '../example/example-access';
import type { McpServer, McpTool } from '../mcp-server';
import { admitCall } from './admit-call';
import { connectedServer } from './connected-server';
import { decidePolicy } from './decide-policy';
import { equalServers } from './equal-servers';
import { instancePolicy } from './instance-policy';
import type { McpDirectory, McpServerAccess } from './mcp-directory';
import { policyProblem } from './policy-problem';
import { readFrom } from './read-from';

const GONE = 'There is no such server, or whoever started the run may not use it.';
const SWITCHED_OFF = 'It is switched off under Settings → MCP.';
const UNREADABLE = 'A secret of it is missing or cannot be read any more. Enter it again under Settings → MCP.';

/** What the database says of servers, tools and permissions, with the rights of whoever started the run. */
export function createMcpDirectory(): McpDirectory {
  return { serversFor, approvedTools, chainsFor, decide, admit, record };
}

async function serversFor(scope: ToolScope): ReturnType<McpDirectory['serversFor']> {
  const servers: McpServerAccess[] = [];
  const missing: MissingServer[] = [];
  if (scope.agent.mcpServers.length === 0) return { servers, missing };
  const { usable } = await usableIn(scope);
  const policy = await policyOf(scope.workspaceId);
  const grouped = new Set<string>();
  for (const taken of scope.agent.mcpServers.filter(({ server }) => server.toLowerCase() !== CHAINS_SERVER)) {
    const found = usable.find((server) => isNamed(server, taken));
    if (found?.enabled && needsSignIn(found)) {
      missing.push({ server: found.name, because: authorization.signIn, signIn: found.id });
      continue;
    }
    const server = found ? found.enabled && (await connectedServer(found)) : isExample(taken) && EXAMPLE;
    const refused = server && policyProblem(policy, server);
    if (!server || refused)
      missing.push({ server: found?.name ?? taken.server, because: refused || whyMissing(found) });
    else if (!found || isFirstOfGroup(found, grouped))
      servers.push({
        ...{ server, only: taken.tools ?? null, exclude: taken.exclude ?? [] },
        equal: found ? await equalServers(usable, found) : [],
      });
  }
  return { servers, missing };
}

/** Known beforehand: the server is not asked in vain, and nobody waits for it. */
function needsSignIn({ signsIn, signIn }: UsableServer): boolean {
  return signsIn && (signIn === null || signIn.isLost);
}

/** Whoever names two servers that are equal gets their tools once. */
function isFirstOfGroup({ group, userId, workspaceId }: UsableServer, grouped: Set<string>): boolean {
  if (group === null) return true;
  const key = JSON.stringify([group, userId, workspaceId]);
  const isFirst = !grouped.has(key);
  grouped.add(key);
  return isFirst;
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

async function chainsFor({ runId, workspaceId }: ToolScope): ReturnType<McpDirectory['chainsFor']> {
  const starter = await findRunStarter(runId);
  return starter ? selectUsableChains(starter, workspaceId) : [];
}

async function approvedTools(server: McpServer, tools: McpTool[]): Promise<McpTool[]> {
  if (server.id === EXAMPLE.id) return tools;
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
  if (starter && !server && isExampleFor(scope.agent.mcpServers, tool))
    return { decided: decideExample(), serverId: null };
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
    rules: {
      ...{ tool: stored.policy, server: server.policy, instance: instancePolicy() },
      // `allow` lays nothing down: what nobody has decided is still asked about.
      workspace: (await policyOf(scope.workspaceId)).mcp.tools === 'ask' ? 'ask' : null,
    },
    own: stored.ownPolicy,
    isReadOnly: stored.definition.annotations?.readOnlyHint === true,
    isSteeredByOthers: starter.isShared && server.userId !== null,
    readFrom: readFrom(scope.state, trusted, { slot: scope.slot, server: tool.server, tool: tool.tool }),
  });
  return { decided, serverId: server.id };
}

function isExampleFor(mcpServers: AgentServer[], { server, tool }: Invocation['tool']): boolean {
  return server === EXAMPLE.name && mcpServers.some((taken) => isExample(taken) && isTaken(taken, tool));
}

/** Its tools are the application's own; the operator's word on all of them holds. */
function decideExample(): ToolDecision {
  const rules = { instance: instancePolicy() };
  return decidePolicy({ rules, own: null, isReadOnly: true, isSteeredByOthers: false, readFrom: [] });
}

function isTaken({ tools, exclude = [] }: AgentServer, tool: string): boolean {
  return (tools?.includes(tool) ?? true) && !exclude.includes(tool);
}

async function admit({ runId, workspaceId }: ToolScope, server: McpServer, tool: string): Promise<string | null> {
  if (server.id === EXAMPLE.id) return null;
  const starter = await findRunStarter(runId);
  return starter ? admitCall({ userId: starter.userId, workspaceId, server, tool }) : GONE;
}

/** A call of a run is its starter's; of a run that is gone nothing is kept. */
async function record({ userId: given, ...call }: Parameters<McpDirectory['record']>[0]): Promise<void> {
  if (call.serverId === EXAMPLE.id) return;
  const userId = given ?? (call.runId && (await findRunStarter(call.runId))?.userId);
  if (userId) await insertMcpCall({ userId }, { id: uuidv7(), ...call });
}
