import type { McpClients } from './mcp-clients';
import { McpFailure } from './mcp-failure';
import { texts } from './texts';

/**
 * The clients of a process, made when a server is first asked something: what they are made of is 15 MB of heap that a process without servers
 * does not need.
 */
export function clientsWhenNeeded(make: () => Promise<McpClients>): McpClients {
  let making: Promise<McpClients> | null = null;
  let made: McpClients | null = null;
  let isClosed = false;

  async function clients(): Promise<McpClients> {
    if (isClosed && !making) throw new McpFailure('unreachable', texts.closed);
    making ??= make().then(
      (clients) => {
        made = clients;
        return clients;
      },
      (error) => {
        making = null;
        throw error;
      },
    );
    return making;
  }
  return {
    describe: async (...given) => (await clients()).describe(...given),
    callTool: async (...given) => (await clients()).callTool(...given),
    listBeside: async (...given) => (await clients()).listBeside(...given),
    probe: async (...given) => (await clients()).probe(...given),
    messages: (serverId) => made?.messages(serverId) ?? [],
    forget: (serverId) => made?.forget(serverId),
    async close() {
      isClosed = true;
      await (await making?.catch(() => null))?.close();
    },
  };
}
