/**
 * The thread in which other people's schemas, patterns and code are evaluated, one task after the other. Takes a task `{kind, …}`, says
 * `{begun: true, begunMs?}` when everything for it is loaded, and ends with `{result}`: what the task's function gives. Whoever started the thread
 * ends it when a result does not come in time, so a task may block.
 */
import { parentPort, Worker } from 'node:worker_threads';

const TOOLS = {
  schema: () => import('./validate-json.mjs'),
  pattern: () => import('./test-pattern.mjs'),
  predicate: () => import('./run-predicate.mjs'),
};

parentPort?.on('message', async ({ kind, ...task }) => {
  const { prepare, evaluate } = await TOOLS[kind]();
  prepare?.(task);
  parentPort?.postMessage({ begun: true, ...processorTime() });
  parentPort?.postMessage({ result: evaluate(task) });
});

/** In ms, where Node tells how much a thread has used, to itself and to others. */
function processorTime() {
  if (!process.threadCpuUsage || !Worker.prototype.cpuUsage) return {};
  const { user, system } = process.threadCpuUsage();
  return { begunMs: (user + system) / 1000 };
}
