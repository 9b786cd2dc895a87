import { expect, test } from 'vitest';
import { fromEnd } from './from-end';

test('gives the last entries first, each part in order, and the rest at the end', () => {
  expect(fromEnd([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([[5, 6, 7], [2, 3, 4], [1]]);
  expect(fromEnd([1, 2], 3)).toEqual([[1, 2]]);
  expect(fromEnd([], 3)).toEqual([]);
});
