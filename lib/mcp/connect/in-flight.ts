import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHost } from '../requests/request-host';
import { LIMITS } from './limits';
import type { RequestClock } from './request-clock';

/** A request that somebody waits for. */
export class InFlight {
  /** It may be sent again where nobody knows whether it came. */
  readonly isRepeatable: boolean;
  /** More in one message is not read. */
  readonly mostBytes: number;
  /** Why it ended before the server had answered. */
  failure: unknown = null;
  /** Who answers what the server asks meanwhile; `null` = nobody. */
  readonly host: RequestHost | null;
  /** Once it runs. */
  clock: RequestClock | null = null;
  readonly #controller = new AbortController();

  constructor(isRepeatable: boolean, mostBytes: number = LIMITS.messageBytes, host: RequestHost | null = null) {
    this.isRepeatable = isRepeatable;
    this.mostBytes = mostBytes;
    this.host = host;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Its time stands still meanwhile. */
  pausedFor<T>(work: () => Promise<T>): Promise<T> {
    return this.clock ? this.clock.pausedFor(work) : work();
  }

  /** Ends it: the server is told, and what its answer comes on is closed. Without effect once it is answered. */
  fail(error: unknown): void {
    this.failure ??= error;
    this.#controller.abort(error);
  }
}

/** What the transport does, it does for this request: the SDK has no way to say so. */
export const inFlight = new AsyncLocalStorage<InFlight>();
