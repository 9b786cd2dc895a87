import type { OfferedTool, ToolOffer, ToolScope } from '@/lib/engine/tool-source';
import type { McpClients } from '../connect/mcp-clients';
import { McpFailure } from '../connect/mcp-failure';
import type { McpServer, McpTool } from '../mcp-server';
import type { McpDirectory, McpServerAccess } from '../policy/mcp-directory';
import { fitSchema } from './fit-schema';
import type { ResultCache } from './result-cache';
import { texts } from './texts';
import { toolName } from './tool-name';

export interface OfferDeps {
  clients: McpClients;
  directory: McpDirectory;
  /** What calls of a run have given that only read; absent = each is made. */
  results?: ResultCache;
  /** For what nobody is told otherwise. */
  report(error: unknown, what: string): void;
}

/** A call does not wait longer for a server to say what it has; what it says later serves the next one. */
const OFFER_WAIT_MS = 8000;

/** What a call may use of a server, or why nothing. Never throws. */
export async function offerServer(
  { clients, directory, report }: OfferDeps,
  { server, only, exclude, equal = [] }: McpServerAccess,
  scope: ToolScope,
  signal: AbortSignal,
): Promise<ToolOffer> {
  const late = AbortSignal.timeout(OFFER_WAIT_MS);
  try {
    const approved = await approvedOf({ clients, directory }, [server, ...equal], AbortSignal.any([signal, late]));
    const wanted = approved.filter(({ name }) => (only?.includes(name) ?? true) && !exclude.includes(name));
    return offerOf(server.name, wanted, scope.agent.backend.type);
  } catch (error) {
    if (!(error instanceof McpFailure)) report(error, `The tools of the MCP server ${server.id} could not be offered.`);
    const because =
      late.aborted && !signal.aborted ? texts.slow : error instanceof McpFailure ? error.message : texts.failed;
    const isSignedOut = error instanceof McpFailure && error.kind === 'needs_authorization';
    return { tools: [], missing: [{ server: server.name, because, ...(isSignedOut && { signIn: server.id }) }] };
  }
}

/** What the first of some equal servers offers that says so. Throws what is wrong with the first where none does. */
async function approvedOf(
  { clients, directory }: Pick<OfferDeps, 'clients' | 'directory'>,
  servers: McpServer[],
  signal: AbortSignal,
): Promise<McpTool[]> {
  let failure: unknown = null;
  for (const server of servers) {
    try {
      const { tools } = await clients.describe(server, { signal });
      return await directory.approvedTools(server, tools);
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

function offerOf(server: string, tools: McpTool[], backendType: string): ToolOffer {
  const offer: ToolOffer = { tools: [], missing: [] };
  for (const tool of tools) {
    const fit = fitSchema(tool.inputSchema, backendType);
    if ('schema' in fit) offer.tools.push(offeredTool(server, tool, fit.schema));
    else offer.missing.push({ server, because: texts.toolMissing(tool.name, fit.unfit) });
  }
  return offer;
}

function offeredTool(server: string, tool: McpTool, parameters: Record<string, unknown>): OfferedTool {
  const { name, title, description, hash } = tool;
  return {
    server,
    tool: name,
    definition: { name: toolName(server, name), description: description || title || name, parameters },
    definitionHash: hash,
    effects: effectsOf(tool),
    idempotent: isRepeatable(tool),
  };
}

/** By what a server says of a tool that a person has approved; nothing said = unknown. */
export function effectsOf({ annotations }: McpTool): OfferedTool['effects'] {
  if (annotations?.readOnlyHint === true) return 'reads';
  return annotations?.readOnlyHint === false ? 'changes' : 'unknown';
}

/** Whether a call may be sent again where nobody knows what became of it. */
export function isRepeatable({ annotations }: McpTool): boolean {
  return annotations?.readOnlyHint === true || annotations?.idempotentHint === true;
}
