import { expect, test } from 'vitest';
import { testTeam } from '@/lib/engine/testing/test-team';
import type { Check } from '@/lib/protocol/decision/checks/check';
import { NOTHING_DECIDED } from '@/lib/protocol/decision/decision-state';
import { initialState } from '@/lib/protocol/initial-state';
import type { RunState } from '@/lib/protocol/state';
import { readFrom } from './read-from';

const check = (name: string, server: string): Check => ({
  ...{ kind: 'mcp', name, server, tool: 'lint', arguments: { text: '$answer' } },
  ...{ passes: null, decisive: false },
});
const USE = { slot: 'A', server: 'notes', tool: 'write' };

function checked(...names: string[]): RunState {
  const checks = [check('one', 'web'), check('two', 'notes'), check('three', 'vouched'), check('four', 'other')];
  const results = names.map((name) => ({
    answerId: 'A.1' as const,
    check: name,
    outcome: 'fail' as const,
    because: '',
  }));
  const team = testTeam({ coordination: { decision: 'evidence', checks } });
  return { ...initialState('r'), team, decision: { ...NOTHING_DECIDED, results } };
}

test('what a tool has said of an answer counts as read from its server', () => {
  const trusted = new Set(['vouched']);
  expect(readFrom(checked(), trusted, USE)).toEqual([]);
  expect(readFrom(checked('one', 'two', 'three'), trusted, USE)).toEqual(['web']);
});
