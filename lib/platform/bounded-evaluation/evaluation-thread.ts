import 'server-only';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { MEMORY_LIMITS, START_LIMIT_MS, TIME_LIMIT_MS, WALL_LIMIT_MS } from './limits';

const LEAST_PAUSE_MS = 10;

/** What a thread is asked; it is copied into it. */
export type EvaluationTask =
  | { kind: 'schema'; schema: unknown; value: unknown }
  | { kind: 'pattern'; pattern: string; flags: string; text: string }
  | { kind: 'predicate'; source: string; value: unknown };

/** How a task ended, or that there was no place for it: with what the thread says of it, or by a bound. */
export type EvaluationEnd = { how: 'result'; result: unknown } | { how: 'time' | 'memory' | 'failed' | 'busy' };

/** `begunMs` = processor time that the thread had used before the task; absent where Node does not tell. */
type Message = { begun: true; begunMs?: number } | { result: unknown };

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
    if ('begun' in message) void this.#endWhenUsedUp(message.begunMs ?? null);
    else this.#finish({ how: 'result', result: message.result });
  }

  #endAfter(ms: number, how: 'time' | 'failed'): void {
    clearTimeout(this.#timer);
    const task = this.#settle;
    // A result that has come while this process was busy with something else is read first.
    const endUnlessDone = () => setImmediate(() => this.#settle === task && this.#end(how));
    this.#timer = setTimeout(endUnlessDone, ms);
  }

  /** Where Node does not tell how much of the processor a thread has used, the clock on the wall has to do. */
  async #endWhenUsedUp(begunMs: number | null): Promise<void> {
    const task = this.#settle;
    const began = performance.now();
    this.#endAfter(begunMs === null ? TIME_LIMIT_MS : WALL_LIMIT_MS, 'time');
    if (begunMs === null) return;
    for (let used = 0; this.#settle === task; ) {
      await sleep(Math.max(LEAST_PAUSE_MS, TIME_LIMIT_MS - used), undefined, { ref: false });
      const usage = await Promise.race([
        // A thread that has gone in the meantime says so by its exit.
        this.#worker.cpuUsage().catch(() => null),
        sleep(LEAST_PAUSE_MS, null, { ref: false }),
      ]);
      if (usage) used = (usage.user + usage.system) / 1000 - begunMs;
      if (this.#settle !== task || performance.now() - began > WALL_LIMIT_MS) return;
      if (used >= TIME_LIMIT_MS) return this.#endAfter(0, 'time');
    }
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
