import { expect, test } from 'vitest';
import type { RunOutcome } from '@/db/queries/usage/select-run-outcomes';
import { insightsOf } from './insights-of';

const slots = ['A', 'B'].map((slot) => ({ slot, name: slot, backend: 'x', model: `model-${slot}`, state: 'done' }));

function outcome(
  team: string,
  more: { tally?: Record<string, number>; costUsd?: number; code?: string } = {},
): RunOutcome {
  const { tally = { 'A.1': 2 }, costUsd = 0.01, code } = more;
  const error = code === undefined ? null : { code, message: 'It failed.' };
  return {
    team,
    status: error ? 'failed' : 'finished',
    result: {
      ...{ final: 'Text', answerId: error ? null : 'A.1', presented: true, rule: 'plurality', tally, error, slots },
      ...{ answers: 2, votes: 2, durationMs: 1, inputTokens: 1, outputTokens: 1, costUsd },
    },
  };
}

const times = (count: number, one: RunOutcome) => Array.from({ length: count }, () => one);

test('says who wins and who never does, where teams disagree, agree, fail and cost more', () => {
  const found = insightsOf([
    ...times(6, outcome('Apart', { tally: { 'A.1': 1, 'B.1': 1 }, costUsd: 0.1 })),
    ...times(6, outcome('Together')),
    ...times(3, outcome('Together', { code: 'auth' })),
  ]);
  expect(found.agents).toEqual([
    { backend: 'x', model: 'model-A', runs: 12, wins: 12 },
    { backend: 'x', model: 'model-B', runs: 12, wins: 0 },
  ]);
  expect(found.teams).toMatchObject([
    { team: 'Apart', runs: 6, failed: 0, disagreements: 6 },
    { team: 'Together', runs: 9, failed: 3, disagreements: 0 },
  ]);
  expect(found.failures).toEqual([{ code: 'auth', runs: 3 }]);
  const said = found.suggestions.join('\n');
  for (const part of [
    'model-A gave',
    'model-B took',
    '“Apart” disagree',
    '“Together” nearly',
    '“Together” fail',
    '“Apart” costs 10.0',
  ])
    expect(said).toContain(part);
});

test('says nothing of what is too little', () => {
  expect(insightsOf(times(4, outcome('Few', { code: 'auth' }))).suggestions).toEqual([]);
  expect(insightsOf([])).toEqual({ agents: [], teams: [], failures: [], suggestions: [] });
});
