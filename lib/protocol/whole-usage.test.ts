import { expect, it } from 'vitest';
import { wholeUsage } from './whole-usage';

it('makes counts of what a provider says', () => {
  const said = { inputTokens: 2.5, outputTokens: '7', cachedTokens: -1, reasoningTokens: Number.NaN };
  expect(wholeUsage(said as never)).toEqual({ inputTokens: 3, outputTokens: 7, cachedTokens: 0, reasoningTokens: 0 });
  const counted = { inputTokens: 10, outputTokens: 2, cachedTokens: 4, cacheWriteTokens: 3, reasoningTokens: 1 };
  expect(wholeUsage(counted)).toEqual(counted);
});
