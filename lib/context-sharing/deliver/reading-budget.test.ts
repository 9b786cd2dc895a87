import { expect, it } from 'vitest';
import type { Reader } from '@/lib/engine/reader';
import type { SharedContext } from '@/lib/protocol/context-event';
import { readingBudget, windowRoom } from './reading-budget';

const reader = (contextWindow: number | null, requestTokens = 0): Reader => ({
  slot: 'C',
  backend: 'scripted',
  canCallTools: true,
  abilities: { contextWindow },
  requestTokens,
});
const given = (tokens: number, kind: SharedContext['kind'] = 'peer') => ({ kind, tokens, from: 'A' }) as SharedContext;
const terms = {
  include: [],
  maxTokensPerPeer: 8_000,
  maxTokensTotal: 24_000,
  byTopic: false,
  peers: ['A', 'B'],
};

it('what is new in one request has half of what the window leaves, all together', () => {
  expect(windowRoom(reader(8_000, 4_000), [])).toBe(1_500);
  expect(windowRoom(reader(8_000, 4_000), [given(1_000), given(200, 'own')])).toBe(300);
  expect(windowRoom(reader(8_000, 9_000), [])).toBe(0);
  expect(windowRoom(reader(null, 9_000), [])).toBe(Number.POSITIVE_INFINITY);
});

it('peers that come with the same request have alike of the window, the last one what is left', () => {
  const small = reader(8_000, 4_000);
  expect(readingBudget(terms, small, 'A', { pushed: [], found: [], waiting: 2 })).toBe(750);
  expect(readingBudget(terms, small, 'B', { pushed: [], found: [given(500)], waiting: 1 })).toBe(1_000);
});

it('the total counts what peers’ contexts took before; nobody has more than a peer may, who is unheard keeps a part', () => {
  const large = reader(null);
  expect(readingBudget(terms, large, 'A', { pushed: [], found: [], waiting: 1 })).toBe(8_000);
  const pushed = [given(20_000), given(9_000, 'own')];
  expect(readingBudget(terms, large, 'A', { pushed, found: [], waiting: 2 })).toBe(2_000);
  expect(readingBudget(terms, large, 'B', { pushed, found: [given(5_000)], waiting: 1 })).toBe(0);
});
