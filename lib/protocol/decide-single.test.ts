import { expect, it } from 'vitest';
import { SimulatedRun } from './testing/simulated-run';
import { testTeam } from './testing/test-team';

it.each([
  ['the time of the turn ends', /time of the turn ended/],
  ['it is stopped', /was stopped/],
])('P18: what a single agent had written when %s is an answer that says that it was cut off', (when, because) => {
  const run = new SimulatedRun(testTeam(1));
  run.append({ type: 'final.started', slot: 'A', callId: run.callId('A') });
  run.append({ type: 'final.delta', slot: 'A', callId: run.callId('A'), text: 'Forty' });
  if (when === 'it is stopped') run.append({ type: 'agent.stopped', slot: 'A' });
  else for (let hit = 1; hit <= 2; hit += 1) run.append({ type: 'bound.hit', bound: 'turnSeconds' });
  expect(run.state.final).toEqual({
    text: 'Forty',
    answerId: 'A.1',
    presented: false,
    cut: expect.stringMatching(because),
  });
});
