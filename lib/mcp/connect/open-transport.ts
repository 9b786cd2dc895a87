import { SSEClientTransport, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import type { McpServer } from '../mcp-server';
import { openProgram } from '../stdio/open-program';
import { createServerFetch } from './server-fetch';

export interface OpenTransport {
  transport: Transport;
  /** Tells the server that its session is over; absent = it has none. */
  leave?(): Promise<void>;
}

/** @param onBroken is told when all that is asked on the transport will stay without an answer */
export type TransportOpener = (server: McpServer, onBroken: (error: Error) => void) => OpenTransport;

/** The transport of the server's configuration, not started yet. */
export const openTransport: TransportOpener = (server, onBroken) => {
  if (server.transport.type === 'stdio') return { transport: openProgram(server.id, server.transport, onBroken) };
  const { type, url, headers } = server.transport;
  const at = new URL(url);
  const requestInit = { headers };
  if (type === 'http') {
    const transport = new StreamableHTTPClientTransport(at, { requestInit, fetch: createServerFetch() });
    return { transport, leave: () => transport.terminateSession() };
  }
  const transport = new SSEClientTransport(at, { requestInit, fetch: createServerFetch(onBroken) });
  return { transport };
};
