import {
  type AuthProvider,
  type FetchLike,
  SSEClientTransport,
  StreamableHTTPClientTransport,
  type Transport,
} from '@modelcontextprotocol/client';
import type { ServerCredentials } from '../authorization/server-credentials';
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
export const openTransport: TransportOpener = ({ transport: { type, url, headers }, credentials }, onBroken) => {
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
