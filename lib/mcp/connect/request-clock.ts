import { McpFailure } from './mcp-failure';
import { texts } from './texts';

interface Bounds {
  /** Without a sign of life. */
  silenceMs: number;
  /** In all. */
  ceilingMs: number;
}

/** The time that a request has. It stands still while a person is asked, which no timeout of the SDK does. */
export class RequestClock {
  readonly #bounds: Bounds;
  readonly #onOver: (failure: McpFailure) => void;
  #startedAt = performance.now();
  #aliveAt = performance.now();
  #pausedAt: number | null = null;
  #pauses = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(bounds: Bounds, onOver: (failure: McpFailure) => void) {
    this.#bounds = bounds;
    this.#onOver = onOver;
    this.#arm();
  }

  /** The server is at work. */
  beat(): void {
    this.#aliveAt = performance.now();
  }

  /** Has the time stand still while `work` goes on. */
  async pausedFor<T>(work: () => Promise<T>): Promise<T> {
    this.#pauses += 1;
    this.#pausedAt ??= performance.now();
    clearTimeout(this.#timer);
    try {
      return await work();
    } finally {
      this.#pauses -= 1;
      if (this.#pauses === 0) this.#resume();
    }
  }

  stop(): void {
    this.#pauses = Number.POSITIVE_INFINITY;
    clearTimeout(this.#timer);
  }

  #resume(): void {
    const now = performance.now();
    this.#startedAt += now - (this.#pausedAt ?? now);
    this.#aliveAt = now;
    this.#pausedAt = null;
    this.#arm();
  }

  #arm(): void {
    const { silenceMs, ceilingMs } = this.#bounds;
    const left = Math.min(this.#aliveAt + silenceMs, this.#startedAt + ceilingMs) - performance.now();
    this.#timer = setTimeout(() => {
      // It has been alive since, or the timer was early.
      if (Math.min(this.#aliveAt + silenceMs, this.#startedAt + ceilingMs) > performance.now()) this.#arm();
      else this.#onOver(new McpFailure('timed_out', texts.timedOut(Math.round(silenceMs / 1000))));
    }, left);
  }
}
