import 'server-only';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MEMORY_LIMITS, START_LIMIT_MS, TIME_LIMIT_MS } from './limits';

/** What a thread is asked; it is copied into it. */
export type EvaluationTask =
  | { kind: 'schema'; schema: unknown; value: unknown }
  | { kind: 'pattern'; pattern: string; flags: string; text: string }
  | { kind: 'predicate'; source: string; value: unknown };

/** How a task ended, or that there was no place for it: with what the thread says of it, or by a bound. */
export type EvaluationEnd = { how: 'result'; result: unknown } | { how: 'time' | 'memory' | 'failed' | 'busy' };

type Message = { begun: true } | { result: unknown };

/** One thread with at most one task. It is ended with a task that does not come to its end within the bounds. */
export class EvaluationThread {
  readonly #worker: Worker;
  readonly #onGone: () => void;
  #settle: ((end: EvaluationEnd) => void) | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** @param onGone called when it can take no further task */
  constructor(onGone: () => void) {
    this.#onGone = onGone;
    this.#worker = new Worker(threadFile(), { env: {}, execArgv: [], resourceLimits: MEMORY_LIMITS });
    this.#worker.unref();
    this.#worker.on('message', (message: Message) => this.#hear(message));
    this.#worker.on('error', (error: NodeJS.ErrnoException) =>
      this.#end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failed'),
    );
    this.#worker.on('exit', () => this.#end('failed'));
  }

  get isFree(): boolean {
    return this.#settle === null;
  }

  /** Only while it is free. Never throws. */
  perform(task: EvaluationTask): Promise<EvaluationEnd> {
    return new Promise((settle) => {
      this.#settle = settle;
      this.#worker.ref();
      this.#endAfter(START_LIMIT_MS, 'failed');
      this.#worker.postMessage(task);
    });
  }

  #hear(message: Message): void {
    if ('begun' in message) this.#endAfter(TIME_LIMIT_MS, 'time');
    else this.#finish({ how: 'result', result: message.result });
  }

  #endAfter(ms: number, how: 'time' | 'failed'): void {
    clearTimeout(this.#timer);
    const task = this.#settle;
    // A result that has come while this process was busy with something else is read first.
    const endUnlessDone = () => setImmediate(() => this.#settle === task && this.#end(how));
    this.#timer = setTimeout(endUnlessDone, ms);
  }

  #end(how: 'time' | 'memory' | 'failed'): void {
    this.#onGone();
    void this.#worker.terminate();
    this.#finish({ how });
  }

  #finish(end: EvaluationEnd): void {
    clearTimeout(this.#timer);
    this.#worker.unref();
    const settle = this.#settle;
    this.#settle = null;
    settle?.(end);
  }
}

/** The program is started in its own folder; a bundled path would not lead to the file. */
function threadFile(): string {
  return resolve(
    /* turbopackIgnore: true */ process.cwd(),
    'lib/platform/bounded-evaluation/thread/evaluation-thread.mjs',
  );
}
