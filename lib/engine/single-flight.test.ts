import { describe, expect, test } from 'vitest';
import { singleFlight } from './single-flight';

describe('singleFlight', () => {
  test('never runs its work twice at once, whenever it is called', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const work = singleFlight(async () => {
      running += 1;
      runs += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    });
    const calls: Promise<void>[] = [];
    // Calls at every microtask around the end of one run and the beginning of the next.
    for (let round = 0; round < 50; round += 1) {
      calls.push(work());
      await Promise.resolve();
    }
    await Promise.all(calls);
    expect(most).toBe(1);
    expect(runs).toBeGreaterThan(2);
  });

  test('a call during a run resolves with a run that began after it', async () => {
    let seen = 0;
    let value = 0;
    const work = singleFlight(async () => {
      seen = value;
      await Promise.resolve();
    });
    const first = work();
    value = 1;
    await work();
    await first;
    expect(seen).toBe(1);
  });
});
