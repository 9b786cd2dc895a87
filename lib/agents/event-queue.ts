import type { AgentEvent } from './backend';

/** Events that wait for a reader before whoever writes them should pause. */
const MANY = 256;

type Result = IteratorResult<AgentEvent, undefined>;

const OVER: Result = { value: undefined, done: true };

/** Carries what comes from a process or a connection to the step that reads it. Ends with the `done` event, or fails. */
export class EventQueue {
  readonly #events: AgentEvent[] = [];
  #failure: unknown = null;
  #ended = false;
  #reader: PromiseWithResolvers<Result> | null = null;
  #onEmpty: (() => void) | null = null;

  push(event: AgentEvent): void {
    if (this.#ended) return;
    if (event.type === 'done') this.#ended = true;
    if (this.#reader) this.#takeReader()?.resolve({ value: event, done: false });
    else this.#events.push(event);
  }

  /** Read after everything that came before. */
  fail(error: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = error;
    this.#takeReader()?.reject(error);
  }

  get isFull(): boolean {
    return this.#events.length >= MANY;
  }

  /** Calls back once, when everything has been read. */
  whenEmpty(onEmpty: () => void): void {
    this.#onEmpty = onEmpty;
  }

  /**
   * Every event until the end, for one reader. Throws what the queue failed with, and the signal's reason as soon as it is aborted.
   * `onLeft` is called when the reader goes before the end. Written out, since a generator makes several promises an event, and there
   * is one for nearly every token.
   */
  read(signal: AbortSignal, onLeft: () => void = () => {}): AsyncIterableIterator<AgentEvent, undefined> {
    const onAbort = () => this.#takeReader()?.reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const over = (): Result => {
      signal.removeEventListener('abort', onAbort);
      return OVER;
    };
    return {
      next: () => {
        if (signal.aborted) return Promise.reject(signal.reason);
        const event = this.#shift();
        if (event) return Promise.resolve({ value: event, done: false });
        if (this.#ended) {
          over();
          return this.#failure === null ? Promise.resolve(OVER) : Promise.reject(this.#failure);
        }
        this.#reader = Promise.withResolvers();
        return this.#reader.promise;
      },
      async return() {
        onLeft();
        return over();
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  #shift(): AgentEvent | undefined {
    const event = this.#events.shift();
    if (this.#events.length === 0 && this.#onEmpty) {
      this.#onEmpty();
      this.#onEmpty = null;
    }
    return event;
  }

  #takeReader(): PromiseWithResolvers<Result> | null {
    const reader = this.#reader;
    this.#reader = null;
    return reader;
  }
}
