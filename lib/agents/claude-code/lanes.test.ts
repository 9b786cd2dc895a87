import { expect, it } from 'vitest';
import { Lanes } from './lanes';

const forever = new AbortController().signal;

it('gives a lane to one after the other, and other lanes at once', async () => {
  const lanes = new Lanes();
  const order: string[] = [];
  const leaveFirst = await lanes.take('A', forever);
  const second = lanes.take('A', forever).then((leave) => {
    order.push('second');
    leave();
  });
  (await lanes.take('B', forever))();
  order.push('B', 'first leaves');
  leaveFirst();
  await second;
  expect(order).toEqual(['B', 'first leaves', 'second']);
});

it('passes over who has given up waiting', async () => {
  const lanes = new Lanes();
  const leave = await lanes.take('A', forever);
  const controller = new AbortController();
  const givenUp = lanes.take('A', controller.signal);
  const last = lanes.take('A', forever);
  controller.abort(new Error('Outdated.'));
  await expect(givenUp).rejects.toThrow('Outdated.');
  leave();
  (await last)();
});
