import type { McpServer, McpTool } from '../mcp-server';
import type { OfferDeps } from './offer-server';

/** A server that does not say soon what it has is not waited for where there is another one. */
const PATIENCE_MS = 1500;

type Deps = Pick<OfferDeps, 'clients' | 'directory'>;

/** A tool with the servers that may do its calls. */
export interface CallableTool {
  tool: McpTool;
  server: McpServer;
  equal: McpServer[];
}

/**
 * The approved tool of that name of the first of some equal servers that has it, with the others that have the very same. `null` = none has it. Throws what is
 * wrong with the first where no server says what it has.
 */
export async function callableTool(
  deps: Deps,
  servers: McpServer[],
  name: string,
  signal: AbortSignal,
): Promise<CallableTool | null> {
  let failure: unknown = null;
  let isTold = false;
  for (const [at, server] of servers.entries()) {
    try {
      const { tools } = await deps.clients.describe(server, { signal });
      isTold = true;
      const tool = (await deps.directory.approvedTools(server, tools)).find((one) => one.name === name);
      if (tool) return { tool, server, equal: await withSameTool(deps, servers.slice(at + 1), tool, signal) };
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure && !isTold) throw failure;
  return null;
}

/** Of some equal servers, those on which a person has approved the very same definition of a tool: only these may do its calls. */
export async function withSameTool(
  deps: Deps,
  equal: McpServer[],
  tool: McpTool,
  signal: AbortSignal,
): Promise<McpServer[]> {
  const hasTool = await Promise.all(equal.map((server) => hasSameTool(deps, server, tool, signal)));
  return equal.filter((_, at) => hasTool[at]);
}

async function hasSameTool(
  { clients, directory }: Deps,
  server: McpServer,
  { name, hash }: McpTool,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const soon = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    const { tools } = await clients.describe(server, { signal: soon });
    const approved = await directory.approvedTools(server, tools);
    return approved.some((tool) => tool.name === name && tool.hash === hash);
  } catch {
    // It is away: the others do without it, and its own page says why.
    return false;
  }
}
