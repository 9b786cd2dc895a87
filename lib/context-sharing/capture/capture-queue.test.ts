import { expect, it, vi } from 'vitest';
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
  await queue.flush();
  expect(done).toEqual(['answer A.1 2']);
  expect(queue.unstored).toBeNull();
});

it('what queues up becomes one, but every answer has its own', async () => {
  const { queue, done, prepare, store } = recorded();
  queue.add({ state: at(1), kind: 'call', answerId: null });
  await Promise.resolve();
  await Promise.resolve();
  queue.add({ state: at(2), kind: 'tools', answerId: null });
  queue.add({ state: at(3), kind: 'tools', answerId: null });
  queue.add({ state: at(4), kind: 'answer', answerId: 'A.1' });
  queue.add({ state: at(5), kind: 'tools', answerId: null });
  queue.add({ state: at(6), kind: 'answer', answerId: 'A.2' });
  prepare();
  store();
  await queue.flush();
  expect(done).toEqual(['call null 1', 'answer A.1 5', 'answer A.2 6']);
});

it('snapshots of tools wait a moment, alone or until another kind comes; nobody waits for them', async () => {
  vi.useFakeTimers();
  const { queue, done, prepare, store } = recorded();
  prepare();
  store();
  queue.add({ state: at(1), kind: 'tools', answerId: null });
  expect(queue.preparing).toBeNull();
  queue.add({ state: at(2), kind: 'tools', answerId: null });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(done).toEqual(['tools null 2']);
  queue.add({ state: at(3), kind: 'tools', answerId: null });
  queue.add({ state: at(4), kind: 'answer', answerId: 'A.1' });
  expect(queue.preparing).not.toBeNull();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(done).toEqual(['tools null 2', 'answer A.1 4']);
  vi.useRealTimers();
});

it('a snapshot can be read before it is stored', async () => {
  const { queue, prepare, store } = recorded();
  queue.add({ state: at(1), kind: 'answer', answerId: 'A.1' });
  expect(queue.preparing).not.toBeNull();
  prepare();
  await queue.preparing;
  expect(queue.preparing).toBeNull();
  expect(queue.unstored).not.toBeNull();
  store();
  await queue.unstored;
  expect(queue.unstored).toBeNull();
});
