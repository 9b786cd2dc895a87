import { expect, it } from 'vitest';
import { initialState } from '@/lib/protocol/initial-state';
import { CaptureQueue, type CaptureRequest } from './capture-queue';

const at = (seq: number) => ({ ...initialState('run'), seq });

function recorded() {
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  const queue = new CaptureQueue(async ({ state, kind, answerId }: CaptureRequest) => {
    done.push(`${kind} ${answerId} ${state.seq}`);
    await gate.promise;
  });
  return { queue, done, release: gate.resolve };
}

it('an answer and the end of its call become one snapshot of the newest state', async () => {
  const { queue, done, release } = recorded();
  queue.add({ state: at(1), kind: 'answer', answerId: 'A.1' });
  queue.add({ state: at(2), kind: 'call', answerId: null });
  release();
  await queue.working;
  expect(done).toEqual(['answer A.1 2']);
  expect(queue.working).toBeNull();
});

it('what queues up behind a capture becomes one, but every answer has its own', async () => {
  const { queue, done, release } = recorded();
  queue.add({ state: at(1), kind: 'tools', answerId: null });
  await Promise.resolve();
  await Promise.resolve();
  queue.add({ state: at(2), kind: 'tools', answerId: null });
  queue.add({ state: at(3), kind: 'tools', answerId: null });
  queue.add({ state: at(4), kind: 'answer', answerId: 'A.1' });
  queue.add({ state: at(5), kind: 'tools', answerId: null });
  queue.add({ state: at(6), kind: 'answer', answerId: 'A.2' });
  release();
  await queue.working;
  expect(done).toEqual(['tools null 1', 'answer A.1 5', 'answer A.2 6']);
});
