import 'server-only';
import { createMcpClients } from '@/lib/mcp/connect/create-mcp-clients';
import type { McpClients } from '@/lib/mcp/connect/mcp-clients';
import { openTransport } from '@/lib/mcp/connect/open-transport';
import { withExample } from '@/lib/mcp/example/open-example';
import { createMcpDirectory } from '@/lib/mcp/policy/create-mcp-directory';
import type { McpDirectory } from '@/lib/mcp/policy/mcp-directory';

export interface Mcp {
  clients: McpClients;
  directory: McpDirectory;
}

/** Next bundles routes and instrumentation separately, so a module variable would make several pools of connections. */
const holder = globalThis as { massgenMcp?: Mcp };

/** This process's connections to MCP servers, and what is known of them. Nothing is opened before a server is used. */
export function getMcp(): Mcp {
  holder.massgenMcp ??= {
    clients: createMcpClients({ openTransport: withExample(openTransport) }),
    directory: createMcpDirectory(),
  };
  return holder.massgenMcp;
}

/** Ends every connection; the next use opens others. */
export async function closeMcp(): Promise<void> {
  const mcp = holder.massgenMcp;
  holder.massgenMcp = undefined;
  await mcp?.clients.close();
}
