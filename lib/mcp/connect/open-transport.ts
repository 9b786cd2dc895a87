import { SSEClientTransport, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import type { McpServer } from '../mcp-server';
import { createServerFetch } from './server-fetch';

export interface OpenTransport {
  transport: Transport;
  /** Tells the server that its session is over; absent = it has none. */
  leave?(): Promise<void>;
}

/** @param onBroken is told when all that is asked on the transport will stay without an answer */
export type TransportOpener = (server: McpServer, onBroken: (error: Error) => void) => OpenTransport;

/** The transport of the server's configuration, not started yet. Servers on this machine (stdio) would be another opener. */
export const openTransport: TransportOpener = ({ transport: { type, url, headers } }, onBroken) => {
  const at = new URL(url);
  const requestInit = { headers };
  if (type === 'http') {
    const transport = new StreamableHTTPClientTransport(at, { requestInit, fetch: createServerFetch() });
    return { transport, leave: () => transport.terminateSession() };
  }
  const transport = new SSEClientTransport(at, { requestInit, fetch: createServerFetch(onBroken) });
  return { transport };
};
