import {
  type AuthProvider,
  type FetchLike,
  SSEClientTransport,
  StreamableHTTPClientTransport,
  type Transport,
} from '@modelcontextprotocol/client';
import type { ServerCredentials } from '../authorization/server-credentials';
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
  const { credentials } = server;
  const at = new URL(url);
  const options = (fetch: FetchLike) => ({ requestInit: { headers }, ...authorized(fetch, credentials) });
  if (type === 'http') {
    const transport = new StreamableHTTPClientTransport(at, options(createServerFetch()));
    return { transport, leave: () => transport.terminateSession() };
  }
  return { transport: new SSEClientTransport(at, options(createServerFetch(onBroken))) };
};

/** How requests get in. The SDK's own way to sign in stays out: it would ask a person where there is none. */
export function authorized(fetch: FetchLike, credentials: ServerCredentials | undefined) {
  if (!credentials) return { fetch };
  const authProvider: AuthProvider = {
    token: () => credentials.token(),
    onUnauthorized: ({ response }) => credentials.refused(response),
  };
  return { fetch: credentials.wrap(fetch), authProvider };
}
