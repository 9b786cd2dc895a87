import { describe, expect, it } from 'vitest';
import { BackendError } from '@/lib/agents/backend-error';
import { pauseFor } from './patience';

const NONE = { times: 0, ms: 0 };
const MINUTES = 1_200_000;
const limited = (retryAfterMs: number | null = null) =>
  new BackendError('rate_limited', 'Slow down.', { retryAfterMs });
const refused = (status: number, text = '') => new BackendError('overloaded', 'x', { refusal: { status, text } });

describe('P15 patience', () => {
  it('takes the provider at its word, with a spread for whoever shares the key', () => {
    expect(pauseFor(limited(8_000), NONE, MINUTES, 0)).toBe(8_000);
    expect(pauseFor(limited(8_000), NONE, MINUTES, 1)).toBe(10_000);
  });

  it('grows without a figure, and goes on as long as the turn has time', () => {
    const pauses = [0, 1, 2, 3, 4, 20].map((times) => pauseFor(limited(), { times, ms: 600_000 }, MINUTES, 0));
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(pauseFor(limited(), { times: 4, ms: 0 }, 10_000, 0)).toBeNull();
  });

  it('grows behind a figure of nothing at all, and goes on believing any other', () => {
    const pauses = [0, 1, 2, 3, 4, 20].map((times) => pauseFor(limited(0), { times, ms: 0 }, MINUTES, 0));
    expect(pauses).toEqual([0, 4_000, 8_000, 16_000, 30_000, 30_000]);
    const told = [0, 1, 2, 3, 4, 20].map((times) => pauseFor(limited(8_000), { times, ms: 0 }, MINUTES, 0));
    expect(told).toEqual([8_000, 8_000, 8_000, 8_000, 8_000, 8_000]);
  });

  it('ends at once, for good, where the pause is longer than the turn', () => {
    expect(() => pauseFor(limited(3_600_000), NONE, MINUTES)).toThrowError(/60 min, longer than this turn/);
    try {
      pauseFor(limited(3_600_000), NONE, MINUTES);
    } catch (error) {
      expect(error).toMatchObject({ code: 'rate_limited', retryable: false });
    }
  });

  it('waits minutes for a busy server and not at all for a broken one', () => {
    for (const status of [503, 529]) expect(pauseFor(refused(status), NONE, MINUTES, 0)).toBe(1_000);
    expect(pauseFor(refused(500, 'The model is overloaded. Please try again later.'), NONE, MINUTES, 0)).toBe(1_000);
    expect(pauseFor(refused(503), { times: 9, ms: 170_000 }, MINUTES, 0)).toBeNull();
    expect(pauseFor(refused(500, 'oops'), NONE, MINUTES)).toBeNull();
  });

  it.each(['auth', 'quota', 'bad_request', 'content_refused', 'network', 'protocol', 'timeout'] as const)(
    'never for %s',
    (code) => expect(pauseFor(new BackendError(code, 'x'), NONE, MINUTES)).toBeNull(),
  );
});
