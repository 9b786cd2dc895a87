import type { CallToolResult } from '@modelcontextprotocol/client';
import type { ServersQuestion, ToolHost, ToolScope } from '@/lib/engine/tool-source';
import { McpFailure } from '../connect/mcp-failure';
import type { McpServer, McpTool } from '../mcp-server';
import type { McpCallRecord, McpServerAccess } from '../policy/mcp-directory';
import type { RequestHost } from '../requests/request-host';
import { callableTool } from './equal-tools';
import { failureWords } from './failure-words';
import { effectsOf, isRepeatable, type OfferDeps } from './offer-server';
import { texts } from './texts';

const GONE = 'This server is not available any more. Go on without it.';
const CHANGED =
  'This tool is not offered any more, or it has changed and a person has to approve it first. Go on without it.';
/** Of one call: a server that is declined could go on asking for ever. */
const MOST_QUESTIONS = 20;
/** Of a call that was never made. */
const DENIED = { outcome: 'denied', tookMs: 0, resultBytes: 0 } as const;

export interface ToolCallIn {
  scope: ToolScope;
  server: string;
  tool: string;
  arguments: Record<string, unknown>;
}

interface CallTerms {
  signal: AbortSignal;
  /** What the server may do with the run meanwhile; absent = nothing. */
  host?: Pick<ToolHost, 'report' | 'lacks' | 'ask' | 'sample'>;
  /** What is wrong with the arguments, in words; asked before the server is. */
  check?: (tool: McpTool) => Promise<string | null>;
}

/** What a server gave to a call, or why there is nothing, in words for the agent. */
export type CalledTool =
  /** `isKnown` = it was given to an equal call of the run, and nothing was asked. */
  { tool: McpTool; result: CallToolResult; isKnown?: true } | { refused: string };

/** Makes a call for a run with all that goes with it: what may be used now, limits, equal servers, the history. What goes wrong with a server is an outcome. */
export async function callTool(
  deps: OfferDeps,
  { scope, server: named, tool: name, arguments: given }: ToolCallIn,
  { signal, host, check }: CallTerms,
): Promise<CalledTool> {
  const access = await accessOf(deps, scope, named);
  if (!access) return { refused: GONE };
  let { server } = access;
  const argumentBytes = sizeOf(given);
  const began = performance.now();
  const tookMs = () => Math.round(performance.now() - began);
  try {
    const callable = await callableTool(deps, [server, ...(access.equal ?? [])], name, signal);
    if (!callable) return { refused: CHANGED };
    const { tool, equal } = callable;
    server = callable.server;
    const wrong = (await check?.(tool)) ?? null;
    if (wrong !== null) return { refused: texts.wrongArguments(wrong) };
    const kept = deps.results?.look(scope.runId, { server, tool, arguments: given });
    if (kept?.known) return { tool, result: kept.known, isKnown: true };
    const over = await deps.directory.admit(scope, server, name);
    if (over !== null) {
      record(deps, scope, server, name, { ...DENIED, argumentBytes });
      return { refused: over };
    }
    const call = { tool, arguments: given, repeatable: isRepeatable(tool) };
    const changed = () => effectsOf(tool) !== 'reads' && deps.results?.changed(scope.runId);
    changed();
    const calling = deps.clients.callTool(server, call, {
      ...{ signal, among: { equal, keptBy: scope.runId } },
      ...(host && { onProgress: host.report, host: hostOf(host, scope, { server: named, tool: name }) }),
      onServer: (chosen) => {
        server = chosen;
      },
    });
    // Also what was read meanwhile may be older than what it did.
    const result = await calling.finally(changed);
    kept?.keep(result);
    const outcome = result.isError === true ? 'error' : 'ok';
    record(deps, scope, server, name, { outcome, tookMs: tookMs(), argumentBytes, resultBytes: sizeOf(result) });
    return { tool, result };
  } catch (error) {
    if (!(error instanceof McpFailure)) throw error;
    const outcome = isHarmless(error) ? 'error' : 'unknown';
    record(deps, scope, server, name, { outcome, tookMs: tookMs(), argumentBytes, resultBytes: 0 });
    if (error.kind === 'needs_authorization') host?.lacks({ server: named, because: error.message, signIn: server.id });
    return { refused: failureWords(named, name, error) };
  }
}

/** What the server asks while it does the call, asked in the run. */
function hostOf(host: Pick<ToolHost, 'ask' | 'sample'>, { runId }: ToolScope, asker: ServersQuestion): RequestHost {
  let left = MOST_QUESTIONS;
  return {
    people: runId,
    elicit: async (elicitation, withdrawn) =>
      left-- > 0 ? host.ask({ ...asker, elicitation }, withdrawn) : { action: 'decline' },
    sample: async (sampling, withdrawn) =>
      left-- > 0 ? host.sample({ ...asker, sampling }, withdrawn) : { refused: texts.tooManyQuestions },
  };
}

/** By what a run may use now: a right that was taken back in the meantime is gone. */
async function accessOf({ directory }: OfferDeps, scope: ToolScope, name: string): Promise<McpServerAccess | null> {
  const { servers } = await directory.serversFor(scope);
  return servers.find(({ server }) => server.name === name) ?? null;
}

/** The server has said that it did nothing, or was never asked. */
function isHarmless({ kind, isUnsent }: McpFailure): boolean {
  return isUnsent || ['rejected', 'refused', 'needs_authorization', 'forbidden_address'].includes(kind);
}

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
