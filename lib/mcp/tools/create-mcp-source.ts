import type { Invocation, ToolHost, ToolOffer, ToolOutcome, ToolScope, ToolSource } from '@/lib/engine/tool-source';
import { McpFailure } from '../connect/mcp-failure';
import type { McpServer, McpTool } from '../mcp-server';
import type { McpCallRecord, McpServerAccess } from '../policy/mcp-directory';
import { checkResult } from './check-result';
import { callableTool } from './equal-tools';
import { failureWords } from './failure-words';
import { isJsonObject } from './json-object';
import { isRepeatable, type OfferDeps, offerServer } from './offer-server';
import { readResult } from './read-result';
import { isSearchTool, runSearchTool, searchedWhereMany } from './search-tools';
import { texts } from './texts';

const GONE = 'This server is not available any more. Go on without it.';
const CHANGED =
  'This tool is not offered any more, or it has changed and a person has to approve it first. Go on without it.';

/** The tools of all MCP servers that agents may use, for every backend: what is offered, allowed and done goes by the directory. */
export function createMcpSource(deps: OfferDeps): ToolSource {
  const { directory, report } = deps;
  return {
    id: 'mcp',
    missingEvent: 'mcp.unavailable',
    async offer(scope, signal) {
      if (scope.agent.mcpServers.length === 0) return { tools: [], missing: [] };
      try {
        const { tools, missing } = await gather(deps, scope, signal);
        return { tools: await searchedWhereMany(tools, scope), missing };
      } catch (error) {
        report(error, `The MCP servers of the run ${scope.runId} could not be looked up.`);
        const because = texts.noDirectory;
        return { tools: [], missing: [{ server: 'mcp', because }] };
      }
    },
    async decide(invocation) {
      if (isSearchTool(invocation.tool)) return { decision: 'allow', because: '' };
      return directory.decide(invocation);
    },
    async run(invocation, host, signal) {
      const { tool, scope, arguments: given } = invocation;
      if (!isSearchTool(tool)) return callTool(deps, invocation, host, signal);
      return runSearchTool(tool.tool, given, (await gather(deps, scope, signal)).tools);
    },
  };
}

/** All that the agent may use of all its servers. */
async function gather(deps: OfferDeps, scope: ToolScope, signal: AbortSignal): Promise<ToolOffer> {
  const { servers, missing } = await deps.directory.serversFor(scope);
  const offers = await Promise.all(servers.map((access) => offerServer(deps, access, scope, signal)));
  return joined([{ tools: [], missing }, ...offers]);
}

function joined(offers: ToolOffer[]): ToolOffer {
  return { tools: offers.flatMap(({ tools }) => tools), missing: offers.flatMap(({ missing }) => missing) };
}

async function callTool(
  deps: OfferDeps,
  { scope, tool: offered, arguments: given }: Invocation,
  host: ToolHost,
  signal: AbortSignal,
): Promise<ToolOutcome> {
  const access = await accessOf(deps, scope, offered.server);
  if (!access) return refusal(GONE);
  let { server } = access;
  const { name } = server;
  const began = performance.now();
  try {
    const callable = await callableTool(deps, [server, ...(access.equal ?? [])], offered.tool, signal);
    if (!callable) return refusal(CHANGED);
    const { tool, equal } = callable;
    server = callable.server;
    const over = await deps.directory.admit(scope, server, offered.tool);
    if (over !== null) {
      record(deps, scope, server, offered.tool, { ...denied, argumentBytes: sizeOf(given) });
      return refusal(over);
    }
    const call = { tool, arguments: isJsonObject(given) ? given : {}, repeatable: isRepeatable(tool) };
    const result = await deps.clients.callTool(server, call, {
      ...{ signal, onProgress: host.report, among: { equal, keptBy: scope.runId } },
      onServer: (chosen) => {
        server = chosen;
      },
    });
    const outcome = await readResult(result, host.blob);
    record(deps, scope, server, offered.tool, {
      outcome: outcome.isError ? 'error' : 'ok',
      tookMs: Math.round(performance.now() - began),
      argumentBytes: sizeOf(given),
      resultBytes: sizeOf(result),
    });
    return withCheck(tool, result.structuredContent, outcome);
  } catch (error) {
    if (!(error instanceof McpFailure)) throw error;
    const isUnknown = !isHarmless(error);
    record(deps, scope, server, offered.tool, {
      outcome: isUnknown ? 'unknown' : 'error',
      tookMs: Math.round(performance.now() - began),
      argumentBytes: sizeOf(given),
      resultBytes: 0,
    });
    return refusal(failureWords(name, offered.tool, error));
  }
}

/** By what a run may use now: a right that was taken back in the meantime is gone. */
async function accessOf({ directory }: OfferDeps, scope: ToolScope, name: string): Promise<McpServerAccess | null> {
  const { servers } = await directory.serversFor(scope);
  return servers.find(({ server }) => server.name === name) ?? null;
}

async function withCheck({ outputSchema }: McpTool, structured: unknown, outcome: ToolOutcome): Promise<ToolOutcome> {
  if (!outputSchema || structured === undefined || outcome.isError) return outcome;
  const problem = await checkResult(outputSchema, structured);
  if (problem === null) return outcome;
  return { ...outcome, text: `${outcome.text}\n[The result is not what the tool promises: ${problem}]` };
}

/** The server has said that it did nothing, or was never asked. */
function isHarmless({ kind }: McpFailure): boolean {
  return kind === 'rejected' || kind === 'refused' || kind === 'needs_authorization' || kind === 'forbidden_address';
}

/** Of a call that was never made. */
const denied = { outcome: 'denied', tookMs: 0, resultBytes: 0 } as const;

type Measured = Pick<McpCallRecord, 'outcome' | 'tookMs' | 'argumentBytes' | 'resultBytes'>;

function record({ directory, report }: OfferDeps, scope: ToolScope, server: McpServer, tool: string, is: Measured) {
  const call: McpCallRecord = { serverId: server.id, tool, runId: scope.runId, userId: null, ...is };
  directory
    .record(call)
    .catch((error) => report(error, `A call of the MCP server ${server.id} is not in the history.`));
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

function refusal(text: string): ToolOutcome {
  return { text, isError: true, isUnanswered: true };
}
