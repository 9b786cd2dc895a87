import 'server-only';
import { createMcpClients } from '@/lib/mcp/connect/create-mcp-clients';
import type { McpClients } from '@/lib/mcp/connect/mcp-clients';
import { openTransport } from '@/lib/mcp/connect/open-transport';
import { withExample } from '@/lib/mcp/example/open-example';

/** What speaks to MCP servers, the built-in example among them. */
export function createClients(): McpClients {
  return createMcpClients({ openTransport: withExample(openTransport) });
}
