import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time';

test('works of one key follow one another, also behind one that failed; other keys do not wait', async () => {
  const inTurn = oneAtATime();
  const seen: string[] = [];
  const work = (name: string, turns: number, error?: Error) => async () => {
    seen.push(`${name} begins`);
    for (let turn = 0; turn < turns; turn++) await setImmediate();
    seen.push(`${name} ends`);
    if (error) throw error;
    return name;
  };
  const failing = inTurn('a', work('one', 5, new Error('one')));
  const second = inTurn('a', work('two', 1));
  const other = inTurn('b', work('other', 1));
  await expect(failing).rejects.toThrow('one');
  expect(await Promise.all([second, other])).toEqual(['two', 'other']);
  expect(seen).toEqual(['one begins', 'other begins', 'other ends', 'one ends', 'two begins', 'two ends']);
});
