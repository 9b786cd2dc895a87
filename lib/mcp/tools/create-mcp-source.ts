import type {
  Invocation,
  OfferedTool,
  ToolHost,
  ToolOffer,
  ToolOutcome,
  ToolScope,
  ToolSource,
} from '@/lib/engine/tool-source';
import { toldInAdvance } from '@/lib/engine/tools/side-effects';
import type { McpTool } from '../mcp-server';
import { callTool } from './call-tool';
import { checkResult } from './check-result';
import { isJsonObject } from './json-object';
import { type OfferDeps, offerServer } from './offer-server';
import { readResult } from './read-result';
import { isSearchTool, runSearchTool, searchedWhereMany } from './search-tools';
import { texts } from './texts';

const MAY_ASK = 'A person may be asked before it runs.';

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
      if (!isSearchTool(tool)) return runTool(deps, invocation, host, signal);
      const { tools } = await gather(deps, scope, signal);
      // What is found is told of as it would be if it stood in the request.
      return runSearchTool(
        tool.tool,
        given,
        tools.map((found) => toldOf(found, scope)),
      );
    },
  };
}

/** With what its description says of when it runs. */
function toldOf(tool: OfferedTool, { state }: ToolScope): OfferedTool {
  const told = toldInAdvance(tool, state?.team ?? null);
  if (told !== tool || tool.effects === 'reads') return told;
  const { definition } = tool;
  return { ...tool, definition: { ...definition, description: `${definition.description} ${MAY_ASK}` } };
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

async function runTool(
  deps: OfferDeps,
  { scope, tool: { server, tool: name }, arguments: given }: Invocation,
  host: ToolHost,
  signal: AbortSignal,
): Promise<ToolOutcome> {
  const call = { scope, server, tool: name, arguments: isJsonObject(given) ? given : {} };
  const called = await callTool(deps, call, { signal, host });
  if ('refused' in called) return { text: called.refused, isError: true, isUnanswered: true };
  const { tool, result, isKnown } = called;
  const outcome = await withCheck(tool, result.structuredContent, await readResult(result, host.blob));
  return isKnown ? { ...outcome, isKnown } : outcome;
}

async function withCheck({ outputSchema }: McpTool, structured: unknown, outcome: ToolOutcome): Promise<ToolOutcome> {
  if (!outputSchema || structured === undefined || outcome.isError) return outcome;
  const problem = await checkResult(outputSchema, structured);
  if (problem === null) return outcome;
  return { ...outcome, text: `${outcome.text}\n[The result is not what the tool promises: ${problem}]` };
}
