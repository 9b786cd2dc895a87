import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { announce, announcements } from './announce';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const texts = () => announcements.get().map(({ text }) => text);

it('says several sentences one after the other, and none takes the place of another', () => {
  announce('A answered');
  announce('B answered');
  announce('B answered');
  expect(texts()).toEqual(['A answered']);
  vi.advanceTimersByTime(250);
  expect(texts()).toEqual(['A answered', 'B answered']);
  vi.advanceTimersByTime(250);
  expect(texts()).toEqual(['A answered', 'B answered', 'B answered']);
  expect(new Set(announcements.get().map(({ id }) => id)).size).toBe(3);
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual([]);
});

it('says the next one at once when nothing waits', () => {
  announce('Stopped');
  expect(texts()).toEqual(['Stopped']);
});
