import { AsyncLocalStorage } from 'node:async_hooks';

/** A request that somebody waits for. */
export class InFlight {
  /** It may be sent again where nobody knows whether it came. */
  readonly isRepeatable: boolean;
  /** Why it ended before the server had answered. */
  failure: unknown = null;
  readonly #controller = new AbortController();

  constructor(isRepeatable: boolean) {
    this.isRepeatable = isRepeatable;
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
