import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Those whose database was closed, for the next one that is opened: why they stay, `database-thread.mjs` says. With what takes each out again. */
const idle = new Map<Worker, () => void>();

/** An idle thread, or a new one. */
export function takeThread(): Worker {
  for (const [worker, forget] of idle) {
    forget();
    return worker;
  }
  return new Worker(threadFile(), { env: {}, execArgv: [] });
}

/** The thread has no database any more. One that ends while it is idle is nobody's loss. */
export function releaseThread(worker: Worker): void {
  const forget = () => {
    idle.delete(worker);
    worker.off('error', forget).off('exit', forget);
  };
  idle.set(worker, forget);
  worker.on('error', forget).on('exit', forget);
}

/** The program is started in its own folder; a bundled path would not lead to the file. */
function threadFile(): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), 'db/embedded/database-thread.mjs');
}
