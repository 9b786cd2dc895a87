import 'server-only';
import type { McpClients } from '@/lib/mcp/connect/mcp-clients';
import { createMcpDirectory } from '@/lib/mcp/policy/create-mcp-directory';
import type { McpDirectory } from '@/lib/mcp/policy/mcp-directory';
import { AppError } from '@/lib/platform/errors/app-error';

export interface Mcp {
  clients: McpClients;
  directory: McpDirectory;
}

/** Next bundles routes and instrumentation separately, so a module variable would make several pools of connections. */
const holder = globalThis as { massgenMcp?: Mcp };

/** This process's connections to MCP servers, and what is known of them. */
export function getMcp(): Mcp {
  if (!holder.massgenMcp) throw new AppError('unavailable', 'MCP servers cannot be connected to in this process.');
  return holder.massgenMcp;
}

/** Gives this process its connections. */
export function provideMcp(clients: McpClients): Mcp {
  holder.massgenMcp = { clients, directory: createMcpDirectory() };
  return holder.massgenMcp;
}
