import { describe, expect, it } from 'vitest';
import { SimulatedRun } from '@/lib/protocol/testing/simulated-run';
import { testTeam } from '@/lib/protocol/testing/test-team';
import { runDecision } from './run-decision';

describe('how a run was decided, over the API', () => {
  it('says classes, what decided and the disagreement in sentences', () => {
    const run = new SimulatedRun(testTeam(3, { coordination: { decision: 'evidence' } }));
    for (const slot of ['A', 'B', 'C']) run.request(slot);
    run.act('A', ['new_answer', { content: 'Final answer: 7' }]);
    expect(runDecision(run.state)).toMatchObject({ decidedBy: null, classes: [{ answerIds: ['A.1'], how: null }] });
    run.act('B', ['new_answer', { content: 'Final answer: 8' }]);
    run.act('C', ['new_answer', { content: 'It is seven.\nFinal answer: 7' }]);
    expect(runDecision(run.state)).toMatchObject({
      decidedBy: 'agreement',
      classes: [
        { answerIds: ['A.1', 'C.1'], how: 'rule' },
        { answerIds: ['B.1'], how: null },
      ],
      echoes: [],
      ballots: [],
      judge: null,
      report: expect.arrayContaining(['The chosen answer A.1 is that of A and C.', 'B holds B.1 instead.']),
    });
  });

  it('says nothing of a team that votes', () => {
    expect(runDecision(new SimulatedRun(testTeam(3)).state)).toBeNull();
  });
});
