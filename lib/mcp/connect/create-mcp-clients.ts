import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress } from '@modelcontextprotocol/client';
import type { McpServer } from '../mcp-server';
import { answerRequests } from '../requests/answer-requests';
import type { Connection } from './connection';
import { ConnectionPool, type PoolTerms } from './connection-pool';
import { describeServer, type FreshDescription } from './describe-server';
import { DescriptionCache } from './description-cache';
import { EqualServers } from './equal-servers';
import { failureOf, statusOf } from './failure-of';
import { listBeside } from './list-beside';
import type { McpClients } from './mcp-clients';
import { performRequest, type RequestTerms } from './perform-request';
import { probeServer } from './probe-server';
import { isOfServer, progressText } from './progress-text';
import { sendCall } from './send-call';
import { WireLog } from './wire-log';

export type McpClientsDeps = Omit<PoolTerms, 'onListChanged' | 'onMissed' | 'tap'>;

/** How often a call is sent that may be, and how long a server that restarts is waited for. */
const MOST_TIMES = 3;
const REPEAT_MS = 200;
const PATIENCE_MS = 3000;

/** All connections of this process to MCP servers. Make one per process and close it. */
export function createMcpClients(deps: McpClientsDeps = {}): McpClients {
  const ending = new AbortController();
  const cache = new DescriptionCache();
  const wire = new WireLog();
  const terms = { serverRequests: answerRequests, ...deps, tap: (server: McpServer) => wire.tap(server) };
  const pool = new ConnectionPool({
    ...terms,
    onListChanged: (server) => cache.changed(server.connectionKey, () => load(server)),
    onMissed: (server) => cache.age(server.connectionKey),
  });

  const equals = new EqualServers({
    leftMs: (key) => pool.backOff.leftMs(key),
    hasSession: (key) => pool.hasSession(key),
  });

  const load = (server: McpServer): Promise<FreshDescription> =>
    onConnection(server, { signal: ending.signal, isRepeatable: true, timeoutMs: server.toolTimeoutMs }, (connection) =>
      describeServer(connection, ending.signal),
    );

  /**
   * Has the work done on a connection: again where the server has refused a session that it does not know, where nothing was sent to a server that was
   * there a moment ago, and where it may be repeated. `hasOther` = whoever asks turns to another server instead of waiting for this one.
   */
  async function onConnection<T>(
    server: McpServer,
    terms: RequestTerms,
    work: (connection: Connection) => Promise<T>,
    hasOther = false,
  ): Promise<T> {
    const key = server.connectionKey;
    for (let times = 1; ; times++) {
      let connection: Connection | null = null;
      try {
        connection = await pool.connection(server, terms.signal);
        return await work(connection);
      } catch (error) {
        const failure = failureOf(error, terms);
        const isForgotten = connection !== null && isSessionLost(error);
        const isGone = failure.kind === 'unreachable';
        if (connection && (isForgotten || isGone)) pool.retire(key, connection);
        failure.isUnsent = connection === null;
        const mayRepeat = isForgotten || (isGone && !hasOther && (connection ? terms.isRepeatable : times > 1));
        const pauseMs = Math.max(isForgotten ? 0 : REPEAT_MS, pool.backOff.leftMs(key));
        if (!mayRepeat || times === MOST_TIMES || pauseMs > PATIENCE_MS) throw failure;
        await pause(pauseMs, terms);
      }
    }
  }

  return {
    describe: (server, options) => cache.get(server.connectionKey, server.id, () => load(server), options),

    callTool(server, call, { signal, onProgress, host, among, onServer }) {
      const isRepeatable = call.repeatable;
      const keptBy = among?.keptBy ? `${among.keptBy} ${server.group}` : null;
      return equals.call([server, ...(among?.equal ?? [])], { isRepeatable, keptBy }, (chosen, hasOther) => {
        onServer?.(chosen);
        const terms: RequestTerms = { signal, isRepeatable, timeoutMs: chosen.toolTimeoutMs };
        const told = {
          ...terms,
          ...(host && { host }),
          onProgress: (progress: Progress) => isOfServer(progress) && onProgress?.(progressText(progress)),
        };
        const send = (connection: Connection) =>
          performRequest(connection, told, (client, options) =>
            sendCall(client, { ...call, ...(onProgress && { onStatus: onProgress }) }, options),
          );
        return onConnection(chosen, terms, send, hasOther);
      });
    },

    listBeside: (server, kind, signal) =>
      onConnection(server, { signal, isRepeatable: true, timeoutMs: server.toolTimeoutMs }, (connection) =>
        listBeside(connection, kind, signal),
      ),

    messages: (serverId) => wire.of(serverId),

    async probe(server, signal) {
      const { steps, failure, fresh } = await probeServer(server, terms, signal);
      if (fresh) {
        pool.backOff.forget(server.connectionKey);
        cache.keep(server.connectionKey, server.id, fresh);
      }
      return { ok: fresh !== null, steps, failure, description: fresh?.description ?? null };
    },

    forget(serverId) {
      cache.forget(serverId);
      pool.forget(serverId);
      wire.forget(serverId);
    },

    async close() {
      ending.abort();
      await pool.close();
    },
  };
}

async function pause(ms: number, terms: RequestTerms): Promise<void> {
  try {
    await sleep(ms, undefined, { signal: terms.signal });
  } catch (aborted) {
    throw failureOf(aborted, terms);
  }
}

/** The server has done nothing: it does not know the session. */
function isSessionLost(error: unknown): boolean {
  const status = statusOf(error);
  return status === 404 || (status === 400 && error instanceof Error && /session/i.test(error.message));
}
