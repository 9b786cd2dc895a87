/** A counting semaphore: a limited number of places; who finds none waits in line. */
export class Semaphore {
  readonly #limit: number;
  #taken = 0;
  readonly #line: (() => void)[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#taken >= this.#limit;
  }

  get limit(): number {
    return this.#limit;
  }

  /** Takes a place, as soon as there is one. Throws the signal's reason when it is aborted first. */
  async acquire(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (!this.isFull) {
      this.#taken += 1;
      return;
    }
    const turn = Promise.withResolvers<void>();
    const leave = () => {
      const at = this.#line.indexOf(turn.resolve);
      // Else it has been called up already, and the place is its own.
      if (at >= 0) this.#line.splice(at, 1);
      turn.reject(signal?.reason);
    };
    this.#line.push(turn.resolve);
    signal?.addEventListener('abort', leave);
    try {
      await turn.promise;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  /** Takes a place though there may be none: for work that goes on after a pause and must not wait. */
  acquireAnyway(): void {
    this.#taken += 1;
  }

  /** Does the work in a place of its own, once there is one. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.acquire();
    try {
      return await work();
    } finally {
      this.release();
    }
  }

  release(): void {
    const next = this.#taken > this.#limit ? undefined : this.#line.shift();
    // The place passes to the first in line.
    if (next) next();
    else this.#taken -= 1;
  }
}
