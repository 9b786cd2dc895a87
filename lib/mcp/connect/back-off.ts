import { LIMITS } from './limits';
import type { McpFailure } from './mcp-failure';

interface Away {
  times: number;
  until: number;
  failure: McpFailure;
}

/**
 * Servers that could not be reached are left alone for a while, longer each time: whoever wants one meanwhile is told at once what was wrong,
 * instead of waiting for it again.
 */
export class BackOff {
  readonly #away = new Map<string, Away>();

  /** Throws what was wrong while the pause lasts. */
  check(key: string): void {
    const away = this.#away.get(key);
    if (away && this.leftMs(key) > 0) throw away.failure;
  }

  /** How long the pause lasts. */
  leftMs(key: string): number {
    return Math.max(0, (this.#away.get(key)?.until ?? 0) - performance.now());
  }

  failed(key: string, failure: McpFailure): void {
    if (failure.kind === 'cancelled') return;
    const times = (this.#away.get(key)?.times ?? 0) + 1;
    // One that keeps people waiting is not asked again as soon as one that says no at once.
    const least = failure.kind === 'timed_out' ? LIMITS.connectMs : LIMITS.backOffMs;
    const ms = Math.min(LIMITS.mostBackOffMs, least * 2 ** (times - 1));
    this.#away.set(key, { times, until: performance.now() + ms * (0.5 + Math.random() / 2), failure });
  }

  forget(key: string): void {
    this.#away.delete(key);
  }
}
