import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapLimited } from './map-limited';

test('works on a limited number of items at once, and keeps their order', async () => {
  let [underWay, most] = [0, 0];
  const results = await mapLimited([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    underWay += 1;
    most = Math.max(most, underWay);
    for (let turn = 0; turn < 8 - item; turn++) await setImmediate();
    underWay -= 1;
    return item * 2;
  });
  expect(results).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(most).toBe(3);
  expect(await mapLimited([], 3, async () => 1)).toEqual([]);
});

test('rejects with the first failure when those under way are over, and begins no other', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const failing = mapLimited([1, 2, 3, 4], 2, async (item) => {
    begun.push(item);
    await setImmediate();
    if (item === 1) throw new Error('one');
    await setImmediate();
    ended.push(item);
  });
  await expect(failing).rejects.toThrow('one');
  expect([begun, ended]).toEqual([[1, 2], [2]]);
});
