import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLimiter } from './limiter';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('createLimiter', () => {
  it('runs at most 15 times a second and never loses the last call', () => {
    const seen: number[] = [];
    let value = 0;
    const limiter = createLimiter(
      () => seen.push(value),
      1000 / 15,
      () => Date.now(),
    );
    for (value = 1; value <= 1000; value++) {
      limiter.schedule();
      vi.advanceTimersByTime(1);
    }
    value = 1000;
    vi.advanceTimersByTime(100);
    expect(seen.length).toBeLessThanOrEqual(17);
    expect(seen.at(-1)).toBe(1000);
  });

  it('runs the first call at once and a flush at once, without a second run after it', () => {
    const run = vi.fn();
    const limiter = createLimiter(run, 66, () => Date.now());
    limiter.schedule();
    expect(run).toHaveBeenCalledTimes(1);
    limiter.schedule();
    limiter.flush();
    expect(run).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(run).toHaveBeenCalledTimes(2);
  });
});
