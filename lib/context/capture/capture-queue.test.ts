import { expect, it } from 'vitest';
import { initialState } from '@/lib/protocol/initial-state';
import { CaptureQueue, type CaptureRequest } from './capture-queue';

const at = (seq: number) => ({ ...initialState('run'), seq });

function recorded() {
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  const stored = Promise.withResolvers<void>();
  const queue = new CaptureQueue(async ({ state, kind, answerId }: CaptureRequest) => {
    done.push(`${kind} ${answerId} ${state.seq}`);
    await gate.promise;
    return () => stored.promise;
  });
  return { queue, done, prepare: gate.resolve, store: stored.resolve };
}

it('an answer and the end of its call become one snapshot of the newest state', async () => {
  const { queue, done, prepare, store } = recorded();
  queue.add({ state: at(1), kind: 'answer', answerId: 'A.1' });
  queue.add({ state: at(2), kind: 'call', answerId: null });
  prepare();
  store();
  await queue.working;
  expect(done).toEqual(['answer A.1 2']);
  expect(queue.working).toBeNull();
});

it('what queues up behind a capture becomes one, but every answer has its own', async () => {
  const { queue, done, prepare, store } = recorded();
  queue.add({ state: at(1), kind: 'tools', answerId: null });
  await Promise.resolve();
  await Promise.resolve();
  queue.add({ state: at(2), kind: 'tools', answerId: null });
  queue.add({ state: at(3), kind: 'tools', answerId: null });
  queue.add({ state: at(4), kind: 'answer', answerId: 'A.1' });
  queue.add({ state: at(5), kind: 'tools', answerId: null });
  queue.add({ state: at(6), kind: 'answer', answerId: 'A.2' });
  prepare();
  store();
  await queue.working;
  expect(done).toEqual(['tools null 1', 'answer A.1 5', 'answer A.2 6']);
});

it('a snapshot can be read before it is stored', async () => {
  const { queue, prepare, store } = recorded();
  queue.add({ state: at(1), kind: 'answer', answerId: 'A.1' });
  let isPrepared = false;
  void queue.preparing?.then(() => {
    isPrepared = true;
  });
  expect(queue.preparing).not.toBeNull();
  prepare();
  await queue.preparing;
  expect(isPrepared).toBe(true);
  expect(queue.preparing).toBeNull();
  expect(queue.working).not.toBeNull();
  store();
  await queue.working;
  expect(queue.working).toBeNull();
});
