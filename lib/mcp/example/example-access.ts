import { EXAMPLE_SERVER } from '@/lib/protocol/example-server';
import type { AgentServer } from '@/lib/protocol/team';
import type { McpServer } from '../mcp-server';

/** The server that comes with the application (`examples/mcp-server`). Nobody adds it, nobody approves it: its tools are the application's own, and only compute. */
export const EXAMPLE: McpServer = {
  id: EXAMPLE_SERVER,
  name: EXAMPLE_SERVER,
  scope: 'workspace',
  connectionKey: EXAMPLE_SERVER,
  // Nobody dials it: `withExample` opens it inside of the process.
  transport: { type: 'http', url: 'about:example', headers: {} },
  toolTimeoutMs: 10_000,
  group: null,
  isTrusted: true,
};

/** An agent's entry names it. A server that somebody has added under its name before is theirs, and goes first. */
export function isExample({ server }: Pick<AgentServer, 'server'>): boolean {
  return server.toLowerCase() === EXAMPLE_SERVER;
}
