import { expect, it } from 'vitest';
import { KeyedMutex } from './keyed-mutex';

const forever = new AbortController().signal;

it('gives a lane to one after the other, and other mutexes at once', async () => {
  const mutexes = new KeyedMutex();
  const order: string[] = [];
  const leaveFirst = await mutexes.acquire('A', forever);
  const second = mutexes.acquire('A', forever).then((leave) => {
    order.push('second');
    leave();
  });
  (await mutexes.acquire('B', forever))();
  order.push('B', 'first leaves');
  leaveFirst();
  await second;
  expect(order).toEqual(['B', 'first leaves', 'second']);
});

it('passes over who has given up waiting', async () => {
  const mutexes = new KeyedMutex();
  const leave = await mutexes.acquire('A', forever);
  const controller = new AbortController();
  const givenUp = mutexes.acquire('A', controller.signal);
  const last = mutexes.acquire('A', forever);
  controller.abort(new Error('Outdated.'));
  await expect(givenUp).rejects.toThrow('Outdated.');
  leave();
  (await last)();
});
