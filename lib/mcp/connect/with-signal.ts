import { McpFailure } from './mcp-failure';
import { texts } from './texts';

/** Waits for work that others may wait for too, until the signal is aborted; the work goes on then. */
export function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new McpFailure('cancelled', texts.cancelled, signal.reason));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
