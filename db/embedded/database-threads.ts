import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Those whose database was closed, for the next one that is opened: why they stay, `database-thread.mjs` says. */
const idle = new Set<Worker>();

/** An idle thread, or a new one. */
export function takeThread(): Worker {
  const [worker] = idle;
  if (!worker) return new Worker(threadFile(), { env: {}, execArgv: [] });
  forget(worker);
  return worker;
}

/** The thread has no database any more. One that ends while it is idle is nobody's loss. */
export function releaseThread(worker: Worker): void {
  idle.add(worker);
  const gone = () => forget(worker);
  worker.once('error', gone).once('exit', gone);
}

function forget(worker: Worker): void {
  idle.delete(worker);
  worker.removeAllListeners();
}

/** The program is started in its own folder; a bundled path would not lead to the file. */
function threadFile(): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), 'db/embedded/database-thread.mjs');
}
