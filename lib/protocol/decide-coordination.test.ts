import { describe, expect, it } from 'vitest';
import { SimulatedRun } from './testing/simulated-run';
import { testTeam } from './testing/test-team';

const vote = (id: string): [string, unknown] => ['vote', { answer_id: id, reason: 'It is right.' }];
const ABSTAIN: [string, unknown] = ['abstain', { reason: 'I cannot judge.' }];
const callOf = (run: SimulatedRun, slot: string) => run.state.slots.find((state) => state.slot === slot)?.call ?? null;

describe('who is asked next', () => {
  it('lets the author of a lone answer wait until somebody else has published', () => {
    const run = new SimulatedRun(testTeam(2));
    run.act('A', ['new_answer', { content: 'Alpha' }]);
    expect(callOf(run, 'A')).toBeNull();
    expect(run.state.slots[0]?.state).toBe('answered');
    run.fail('B', { code: 'network', message: 'Broken.' }, true);
    expect(callOf(run, 'A')).toBeNull();
    run.fire('B');
    run.act('B', ['new_answer', { content: 'Beta' }]);
    expect(callOf(run, 'A')?.phase).toBe('coordination');
  });

  it('P5: waits for nobody who can neither publish nor choose', () => {
    const run = new SimulatedRun(testTeam(3, { coordination: { selfVotes: false, maxNewAnswersPerAgent: 1 } }));
    run.act('A', ['new_answer', { content: 'Alpha' }]);
    run.request('B');
    run.act('B', vote('A.1'));
    run.request('C');
    run.act('C', vote('A.1'));
    expect(run.state.winner).toMatchObject({ answerId: 'A.1', tally: { 'A.1': 2 } });
    expect(run.callsStarted).toBe(4);
  });

  it('P10: a run-off is only about the tied answers, whatever a stopped slot voted for', () => {
    const run = new SimulatedRun(testTeam(5));
    for (const slot of ['A', 'B', 'C', 'D', 'E']) run.act(slot, ['new_answer', { content: `Answer of ${slot}` }]);
    run.act('E', vote('C.1'));
    run.append({ type: 'agent.stopped', slot: 'E' });
    run.act('A', vote('A.1'));
    run.act('B', vote('B.1'));
    run.act('C', vote('B.1'));
    run.act('D', vote('A.1'));
    expect(run.state.runoff).toEqual(['A.1', 'B.1']);
    for (const slot of ['A', 'B', 'C', 'D']) run.act(slot, ABSTAIN);
    expect(run.state.winner).toMatchObject({ answerId: 'A.1', rule: 'plurality, run-off, earliest' });
  });

  it('P20: answer now does not wait for a person under the rule "human"', () => {
    const run = new SimulatedRun(testTeam(2, { coordination: { voteRule: 'human' } }));
    run.act('A', ['new_answer', { content: 'Alpha' }]);
    run.act('B', ['new_answer', { content: 'Beta' }]);
    run.act('A', vote('B.1'));
    run.act('B', vote('B.1'));
    expect(run.state.winner).toBeNull();
    run.append({ type: 'bound.hit', bound: 'answerNow' });
    expect(run.state.winner).toMatchObject({ answerId: 'B.1', rule: 'plurality' });
  });

  it('says in words what a slot does', () => {
    const run = new SimulatedRun(testTeam(2));
    const words = () => run.state.slots.map((slot) => slot.state);
    expect(words()).toEqual(['thinking', 'thinking']);
    run.append({ type: 'agent.writing', slot: 'A', callId: run.callId('A'), tool: 'new_answer' });
    expect(words()).toEqual(['answering', 'thinking']);
    run.act('A', ['new_answer', { content: 'Alpha' }]);
    run.act('B', ['new_answer', { content: 'Beta' }]);
    expect(words()).toEqual(['reading others', 'reading others']);
    run.act('A', vote('B.1'));
    run.append({ type: 'winner.chosen', answerId: 'B.1', rule: 'human', tally: {} });
    expect(words()[0]).toBe('voted');
    run.present('B', 'Final.');
    expect(words()).toEqual(['voted', 'done']);
  });

  it.each([true, false])(
    'P12: who has read others in its first answer is not interrupted where contexts are shared (%s)',
    (isSharing) => {
      const contextSharing = { include: [], maxTokensPerPeer: 8_000, maxTokensTotal: 24_000 };
      const run = new SimulatedRun(testTeam(3, { coordination: isSharing ? { contextSharing } : {} }));
      const first = run.callId('C');
      run.act('A', ['new_answer', { content: 'Alpha' }]);
      // Between two of its steps.
      run.request('C');
      run.act('B', ['new_answer', { content: 'Beta' }]);
      expect(callOf(run, 'C')?.callId === first).toBe(isSharing);
      expect(JSON.stringify(run.request('C').messages)).toContain('Beta');
    },
  );
});
