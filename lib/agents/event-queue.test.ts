import { expect, test } from 'vitest';
import type { AgentEvent } from './backend';
import { EventQueue } from './event-queue';

const text = (word: string): AgentEvent => ({ type: 'text', text: word });
const DONE: AgentEvent = { type: 'done', reason: 'stop' };

/** The events until the end, and what it threw. */
async function readAll(events: AsyncIterable<AgentEvent>) {
  const read: AgentEvent[] = [];
  try {
    for await (const event of events) read.push(event);
    return { read, error: null };
  } catch (error) {
    return { read, error };
  }
}

test('events are read in order, those that wait and those that come, up to the last one', async () => {
  const queue = new EventQueue();
  queue.push(text('a'));
  queue.push(text('b'));
  const all = readAll(queue.read(new AbortController().signal));
  await new Promise((resolve) => setImmediate(resolve));
  queue.push(text('c'));
  queue.push(text('d'));
  queue.push(DONE);
  queue.push(text('late'));
  queue.fail(new Error('late'));
  expect(await all).toEqual({ read: [...['a', 'b', 'c', 'd'].map(text), DONE], error: null });
});

test('a failure is read behind what came before it, whether the reader waits or not', async () => {
  for (const isWaiting of [true, false]) {
    const queue = new EventQueue();
    const failure = new Error('cut off');
    const begin = () => readAll(queue.read(new AbortController().signal));
    const early = isWaiting ? begin() : null;
    queue.push(text('a'));
    queue.push(text('b'));
    queue.fail(failure);
    expect(await (early ?? begin())).toEqual({ read: [text('a'), text('b')], error: failure });
  }
});

test('an abort is thrown at once, in front of what waits', async () => {
  const reason = new Error('stopped');
  const waiting = new AbortController();
  const idle = readAll(new EventQueue().read(waiting.signal));
  waiting.abort(reason);
  expect(await idle).toEqual({ read: [], error: reason });
  const queue = new EventQueue();
  queue.push(text('never read'));
  expect(await readAll(queue.read(AbortSignal.abort(reason)))).toEqual({ read: [], error: reason });
});

test('whoever fills it is told when many wait, when none does any more, and when the reader has left', async () => {
  const queue = new EventQueue();
  let isEmpty = false;
  let hasLeft = false;
  while (!queue.isFull) queue.push(text('x'));
  queue.whenEmpty(() => (isEmpty = true));
  const events = queue.read(new AbortController().signal, () => (hasLeft = true));
  await events.next();
  expect({ isEmpty, isFull: queue.isFull, hasLeft }).toEqual({ isEmpty: false, isFull: false, hasLeft: false });
  queue.push(text('last'));
  for await (const event of events) if (event.type === 'text' && event.text === 'last') break;
  expect({ isEmpty, hasLeft }).toEqual({ isEmpty: true, hasLeft: true });
});
