import { Client, type ClientCapabilities, type PriorDiscovery, SseError } from '@modelcontextprotocol/client';
import type { McpServer } from '../mcp-server';
import { ProgramEnded } from '../stdio/program-ended';
import { Connection, closed } from './connection';
import { failureOf, statusOf } from './failure-of';
import { InFlight, inFlight } from './in-flight';
import { LIMITS } from './limits';
import { McpFailure } from './mcp-failure';
import { openTransport, type TransportOpener } from './open-transport';
import { texts } from './texts';
import { WatchedTransport, type WireTap } from './watched-transport';

/** What servers may ask of the client in return; absent = nothing. */
export interface ServerRequests {
  capabilities: ClientCapabilities;
  /** @param underWay the requests that wait for their answer on this connection */
  answer(client: Client, underWay: () => InFlight[]): void;
}

export interface ConnectionTerms {
  openTransport?: TransportOpener;
  serverRequests?: ServerRequests;
  /** How the server is known to speak: one round trip less. */
  prior?: PriorDiscovery;
  onListChanged(): void;
  /** Takes note of a connection's messages. */
  tap?(server: McpServer): WireTap;
}

/** Statuses with which a server of the oldest transport answers a POST (the specification's "backwards compatibility"). */
const OLDEST = [400, 404, 405];

/** Connects. Whatever goes wrong is an `McpFailure`, and nothing stays open. */
export async function openConnection(
  server: McpServer,
  terms: ConnectionTerms,
  signal: AbortSignal,
): Promise<Connection> {
  const began = performance.now();
  try {
    return await connect(server, terms, signal, began);
  } catch (error) {
    const failure = connectFailure(error, signal);
    const another = signal.aborted ? null : anotherWay(server, terms, error, failure);
    if (!another) throw failure;
    // That it is no server of that kind either says less than the first answer.
    return connect(another.server, another.terms, signal, began).catch(() => Promise.reject(failure));
  }
}

/** How an older server may be reached; `null` = it would not help. */
function anotherWay(server: McpServer, terms: ConnectionTerms, error: unknown, failure: McpFailure) {
  const { transport } = server;
  if (transport.type === 'http' && OLDEST.includes(statusOf(error) ?? 0))
    return { server: { ...server, transport: { ...transport, type: 'sse' as const } }, terms };
  // Some programs end, or say nothing, when they are asked what they do not know.
  const isLost =
    failure.kind === 'timed_out' || (failure.kind === 'unreachable' && failure.cause instanceof ProgramEnded);
  if (transport.type !== 'stdio' || terms.prior || !isLost) return null;
  return { server, terms: { ...terms, prior: { kind: 'legacy' as const } } };
}

function connectFailure(error: unknown, signal: AbortSignal): McpFailure {
  return failureOf(error, { signal, timeoutMs: LIMITS.connectMs });
}

async function connect(server: McpServer, terms: ConnectionTerms, signal: AbortSignal, began: number) {
  let watched: WatchedTransport | null = null;
  const client = createClient(server, terms, () => watched?.underWay ?? []);
  const request = new InFlight(true);
  let connection: Connection | null = null;
  const lose = (error: Error) => {
    request.fail(error);
    if (!connection || connection.isLost) return;
    connection.isLost = true;
    connection.lostBecause = error;
    void closed(client);
  };
  const { transport, leave } = (terms.openTransport ?? openTransport)(server, lose);
  watched = new WatchedTransport(transport, terms.tap?.(server));
  // All that the oldest transport is asked is answered on one stream, and nobody else says that it is gone.
  client.onerror = (error) => error instanceof SseError && lose(error);
  client.onclose = () => {
    if (connection) connection.isLost = true;
  };
  const stop = () => request.fail(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(
    () => request.fail(new McpFailure('timed_out', texts.timedOut(LIMITS.connectMs / 1000))),
    LIMITS.connectMs,
  );
  try {
    signal.throwIfAborted();
    await inFlight.run(request, () =>
      untilFailed(
        request,
        client.connect(watched, {
          signal: request.signal,
          timeout: LIMITS.connectMs,
          ...(terms.prior && { prior: terms.prior }),
        }),
      ),
    );
    connection = new Connection(client, performance.now() - began, leave);
    return connection;
  } catch (error) {
    await closed(transport);
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** As what servers know this application. */
export const CLIENT_INFO = { name: 'massgen-web', title: 'MassGen Web', version: '1' };

function createClient(
  { transport }: McpServer,
  { serverRequests, onListChanged }: ConnectionTerms,
  underWay: () => InFlight[],
): Client {
  const client = new Client(CLIENT_INFO, {
    capabilities: serverRequests?.capabilities ?? {},
    // A program that says nothing to what it does not know is asked the old way while there is time.
    versionNegotiation: {
      mode: 'auto',
      ...(transport.type === 'stdio' && { probe: { timeoutMs: LIMITS.connectMs / 2 } }),
    },
    listMaxPages: LIMITS.listPages,
    // Schemas are somebody else's: the SDK would evaluate them here, where one pattern can hold up everybody.
    jsonSchemaValidator: {
      getValidator: () => (input) => ({ valid: true, data: input as never, errorMessage: undefined }),
    },
    listChanged: { tools: { autoRefresh: false, debounceMs: 20, onChanged: onListChanged } },
  });
  serverRequests?.answer(client, underWay);
  return client;
}

/** The oldest transport waits for its stream without heeding any signal. */
function untilFailed<T>(request: InFlight, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.signal.addEventListener('abort', () => reject(request.failure), { once: true });
    work.then(resolve, reject);
  });
}
