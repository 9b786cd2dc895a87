import type { AgentEvent } from '../backend';

/** Carries what happens in a process to the step that reads it. Ends with the `done` event, or fails. */
export class EventQueue {
  readonly #events: AgentEvent[] = [];
  #failure: unknown = null;
  #ended = false;
  #wake: (() => void) | null = null;

  push(event: AgentEvent): void {
    if (this.#ended) return;
    this.#events.push(event);
    if (event.type === 'done') this.#ended = true;
    this.#wake?.();
  }

  /** Read after everything that came before. */
  fail(error: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = error;
    this.#wake?.();
  }

  /** Every event until the end. Throws what the queue failed with, and the signal's reason as soon as it is aborted. */
  async *read(signal: AbortSignal): AsyncGenerator<AgentEvent> {
    const onAbort = () => this.#wake?.();
    signal.addEventListener('abort', onAbort);
    try {
      for (;;) {
        signal.throwIfAborted();
        const event = this.#events.shift();
        if (event) {
          yield event;
          continue;
        }
        if (this.#failure !== null) throw this.#failure;
        if (this.#ended) return;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }
}
