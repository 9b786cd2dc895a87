/**
 * The thread in which a file of conversations is opened, so that a large one holds nobody up. Is given `{bytes, limits}`, says `{source, total}`, and
 * for each `next` one conversation as `{conversation}`, then `{end: true}`; or `{refused, detail}` where the file is not taken.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { conversationsIn } from './conversations-in.mjs';
import { Refusal } from './refusal.mjs';

try {
  const { source, conversations } = conversationsIn(Buffer.from(workerData.bytes), workerData.limits);
  let next = 0;
  parentPort.on('message', () => {
    if (next === conversations.length) {
      parentPort.postMessage({ end: true });
      parentPort.close();
      return;
    }
    parentPort.postMessage({ conversation: conversations[next] });
    conversations[next] = null;
    next += 1;
  });
  parentPort.postMessage({ source, total: conversations.length });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  parentPort.postMessage({ refused: error.reason, detail: error.detail });
  parentPort.close();
}
