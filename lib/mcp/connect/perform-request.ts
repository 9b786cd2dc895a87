import type { Client, Progress, RequestOptions } from '@modelcontextprotocol/client';
import type { RequestHost } from '../requests/request-host';
import type { Connection } from './connection';
import { InFlight, inFlight } from './in-flight';
import { LIMITS } from './limits';
import { RequestClock } from './request-clock';

export interface RequestTerms {
  signal: AbortSignal;
  /** It may be sent again where nobody knows whether it came. */
  isRepeatable: boolean;
  /** Without an answer and without progress. */
  timeoutMs: number;
  /** In one message; absent = as much as is ever read. */
  mostBytes?: number;
  /** Who answers what the server asks meanwhile. */
  host?: RequestHost;
  /** To be given where a server may take its time: it tells that it is at work. */
  onProgress?: (progress: Progress) => void;
}

/** The SDK's own timeouts cannot be stopped while a person is asked: the longest that a timer takes. */
const NO_TIMEOUT_MS = 2 ** 31 - 1;

/** One request on a connection, that ends with the signal, with its time, or with what its answer should have come on. */
export async function performRequest<T>(
  connection: Connection,
  { signal, isRepeatable, timeoutMs, mostBytes, host, onProgress }: RequestTerms,
  work: (client: Client, options: RequestOptions) => Promise<T>,
): Promise<T> {
  const request = new InFlight(isRepeatable, mostBytes, host);
  const stop = () => request.fail(signal.reason);
  const clock = new RequestClock({ silenceMs: timeoutMs, ceilingMs: LIMITS.callCeilingMs }, (failure) =>
    request.fail(failure),
  );
  request.clock = clock;
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  connection.inUse += 1;
  try {
    return await inFlight.run(request, () =>
      work(connection.client, {
        signal: request.signal,
        timeout: NO_TIMEOUT_MS,
        ...(onProgress && {
          onprogress: (progress: Progress) => {
            clock.beat();
            onProgress(progress);
          },
        }),
      }),
    );
  } catch (error) {
    // Its time may be over: nobody waits for what may still come.
    request.fail(connection.lostBecause ?? error);
    throw request.failure;
  } finally {
    clock.stop();
    signal.removeEventListener('abort', stop);
    connection.release();
  }
}
