import 'server-only';
import { type EvaluationEnd, type EvaluationTask, EvaluationThread } from './evaluation-thread';
import { MOST_WAITING, THREADS, WAIT_LIMIT_MS } from './limits';

interface Waiting {
  task: EvaluationTask;
  settle(end: EvaluationEnd): void;
  timer: NodeJS.Timeout;
}

interface Pool {
  threads: Set<EvaluationThread>;
  line: Waiting[];
}

const holder = globalThis as { massgenEvaluation?: Pool };

/**
 * Has a task evaluated by one of a few threads, which stay for the next task; one that had to be ended is replaced. Always comes to an end,
 * by the bounds of `limits.ts`, and holds up this thread for no longer than handing the task over takes.
 */
export function evaluate(task: EvaluationTask): Promise<EvaluationEnd> {
  holder.massgenEvaluation ??= { threads: new Set(), line: [] };
  const pool = holder.massgenEvaluation;
  if (pool.line.length >= MOST_WAITING) return Promise.resolve({ how: 'busy' });
  return new Promise((settle) => {
    const waiting: Waiting = { task, settle, timer: setTimeout(() => giveUp(pool, waiting), WAIT_LIMIT_MS) };
    pool.line.push(waiting);
    assign(pool);
  });
}

function giveUp({ line }: Pool, waiting: Waiting): void {
  line.splice(line.indexOf(waiting), 1);
  waiting.settle({ how: 'busy' });
}

function assign(pool: Pool): void {
  const thread = pool.line.length > 0 ? freeThread(pool) : null;
  const next = thread && pool.line.shift();
  if (!thread || !next) return;
  clearTimeout(next.timer);
  void thread.perform(next.task).then((end) => {
    next.settle(end);
    assign(pool);
  });
  assign(pool);
}

function freeThread({ threads }: Pool): EvaluationThread | null {
  for (const thread of threads) if (thread.isFree) return thread;
  if (threads.size >= THREADS) return null;
  const thread = new EvaluationThread(() => threads.delete(thread));
  threads.add(thread);
  return thread;
}
