import { expect, test } from 'vitest';
import type { ModelReliability } from '../reliability/model-reliability';
import { unequalPair } from './unequal-team';

const team = {
  name: 'T',
  agents: ['one', 'two', 'three'].map((model, index) => ({ slot: 'ABC'[index], backend: { type: 'openai', model } })),
};
const known = (model: string, rate: number | null, uncertainty = 0.05): ModelReliability => ({
  ...{ backend: 'openai', model, kind: null, rate, uncertainty },
  ...{ runs: 50, choices: 50, checks: 0, agreements: 0 },
});

test('a team is unequal only where what is known leaves no doubt', () => {
  expect(unequalPair(team, [])).toBeNull();
  expect(unequalPair(team, [known('one', 0.9)])).toBeNull();
  expect(unequalPair(team, [known('one', 0.9), known('two', 0.85)])).toBeNull();
  expect(unequalPair(team, [known('one', 0.9, 0.3), known('two', 0.4, 0.3)])).toBeNull();
  expect(unequalPair(team, [known('one', 0.9), known('two', null), known('three', 0.4)])).toEqual({
    better: { slot: 'A', rate: 0.9 },
    worse: { slot: 'C', rate: 0.4 },
  });
  expect(unequalPair(team, [{ ...known('one', 0.9), kind: 'code' }, known('three', 0.4)])).toBeNull();
});
