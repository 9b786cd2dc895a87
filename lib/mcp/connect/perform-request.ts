import type { Client, RequestOptions } from '@modelcontextprotocol/client';
import type { Connection } from './connection';
import { InFlight, inFlight } from './in-flight';
import { LIMITS } from './limits';

export interface RequestTerms {
  signal: AbortSignal;
  /** It may be sent again where nobody knows whether it came. */
  isRepeatable: boolean;
  /** Without an answer and without progress. */
  timeoutMs: number;
  /** In one message; absent = as much as is ever read. */
  mostBytes?: number;
}

/** One request on a connection, that ends with the signal, with its time, or with what its answer should have come on. */
export async function performRequest<T>(
  connection: Connection,
  { signal, isRepeatable, timeoutMs, mostBytes }: RequestTerms,
  work: (client: Client, options: RequestOptions) => Promise<T>,
): Promise<T> {
  const request = new InFlight(isRepeatable, mostBytes);
  const stop = () => request.fail(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  connection.inUse += 1;
  try {
    return await inFlight.run(request, () =>
      work(connection.client, {
        signal: request.signal,
        timeout: timeoutMs,
        resetTimeoutOnProgress: true,
        maxTotalTimeout: LIMITS.callCeilingMs,
      }),
    );
  } catch (error) {
    // Its time may be over: nobody waits for what may still come.
    request.fail(connection.lostBecause ?? error);
    throw request.failure;
  } finally {
    signal.removeEventListener('abort', stop);
    connection.release();
  }
}
