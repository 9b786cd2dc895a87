import { AsyncLocalStorage } from 'node:async_hooks';
import { LIMITS } from './limits';

/** A request that somebody waits for. */
export class InFlight {
  /** It may be sent again where nobody knows whether it came. */
  readonly isRepeatable: boolean;
  /** More in one message is not read. */
  readonly mostBytes: number;
  /** Why it ended before the server had answered. */
  failure: unknown = null;
  readonly #controller = new AbortController();

  constructor(isRepeatable: boolean, mostBytes: number = LIMITS.messageBytes) {
    this.isRepeatable = isRepeatable;
    this.mostBytes = mostBytes;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Ends it: the server is told, and what its answer comes on is closed. Without effect once it is answered. */
  fail(error: unknown): void {
    this.failure ??= error;
    this.#controller.abort(error);
  }
}

/** What the transport does, it does for this request: the SDK has no way to say so. */
export const inFlight = new AsyncLocalStorage<InFlight>();
