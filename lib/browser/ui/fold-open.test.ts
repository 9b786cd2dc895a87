import { expect, it } from 'vitest';
import { foldOpen } from './fold-open';

it('follows its own rule until it was touched, then the person', () => {
  expect(foldOpen(true, null)).toBe(true);
  expect(foldOpen(false, null)).toBe(false);
  expect(foldOpen(true, false)).toBe(false);
  expect(foldOpen(false, true)).toBe(true);
});
