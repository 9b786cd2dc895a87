import { expect, test } from 'vitest';
import type { Coordination } from '@/lib/protocol/team';
import { testTeam } from '../testing/test-team';
import type { OfferedTool } from '../tool-source';
import { toldInAdvance } from './side-effects';

const offered = (effects: OfferedTool['effects']): OfferedTool => ({
  server: 'workshop',
  tool: 'cut',
  definition: { name: 'workshop_cut', description: 'Cuts.', parameters: { type: 'object' } },
  definitionHash: 'cut',
  effects,
  idempotent: false,
});

const told = (effects: OfferedTool['effects'], agents: number, sideEffects?: Coordination['sideEffects']) => {
  const tool = offered(effects);
  const advised = toldInAdvance(tool, testTeam({ agents, coordination: sideEffects ? { sideEffects } : {} }));
  return advised === tool ? 'as it is' : advised.definition.description;
};

const PLAN = /^Cuts\.\n\n.*final presentation only.*plan the call/;

test('a team is told in advance that a tool waits for the presentation', () => {
  expect(told('changes', 2)).toMatch(PLAN);
  expect(told('unknown', 3, 'final')).toMatch(PLAN);
});

test.each([
  ['it only reads', told('reads', 2)],
  ['an agent works alone', told('changes', 1)],
  ['a person is asked', told('changes', 2, 'ask')],
  ['it runs at any time', told('changes', 2, 'allow')],
])('where %s, the definition is as it is', (_where, description) => {
  expect(description).toBe('as it is');
});
