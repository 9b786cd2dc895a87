import 'server-only';
import { clientsWhenNeeded } from '@/lib/mcp/connect/clients-when-needed';
import type { McpClients } from '@/lib/mcp/connect/mcp-clients';
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
    clients: clientsWhenNeeded(async () => (await import('./create-clients')).createClients()),
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
