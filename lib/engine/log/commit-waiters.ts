/** Who waits until a run's log is committed up to an event. */
export class CommitWaiters {
  #committed = 0;
  #isLost = false;
  #waiting: { seq: number; resolve: (written: boolean) => void }[] = [];

  /** Resolves with true when the log is committed up to `seq`, with false when that will not happen here. */
  until(seq: number): Promise<boolean> {
    if (seq <= this.#committed) return Promise.resolve(true);
    if (this.#isLost) return Promise.resolve(false);
    return new Promise((resolve) => this.#waiting.push({ seq, resolve }));
  }

  reached(seq: number): void {
    this.#committed = seq;
    if (this.#waiting.length === 0) return;
    for (const waiter of this.#waiting) if (waiter.seq <= seq) waiter.resolve(true);
    this.#waiting = this.#waiting.filter((waiter) => waiter.seq > seq);
  }

  /** Nothing more will be committed. */
  lose(): void {
    this.#isLost = true;
    for (const { resolve } of this.#waiting.splice(0)) resolve(false);
  }
}
