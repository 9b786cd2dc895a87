import type { McpClients } from './mcp-clients';

/**
 * The clients of a process, made when a server is first asked something: what they are made of are 10 MB that a process without servers
 * does not need.
 */
export function clientsWhenNeeded(make: () => Promise<McpClients>): McpClients {
  let making: Promise<McpClients> | null = null;
  let made: McpClients | null = null;

  function clients(): Promise<McpClients> {
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
    close: async () => (await making)?.close(),
  };
}
