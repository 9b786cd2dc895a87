import { describe, expect, it } from 'vitest';
import { SimulatedRun } from './testing/simulated-run';
import { testTeam } from './testing/test-team';
import { readingOrder } from './voting/ballot';

const ids = (run: SimulatedRun, type: string) => run.events.filter((event) => event.type === type);
const vote = (id: string): [string, unknown] => ['vote', { answer_id: id, reason: 'It is right.' }];
const answer = (content: string): [string, unknown] => ['new_answer', { content }];
const slotOf = (run: SimulatedRun, slot: string) => run.state.slots.find((state) => state.slot === slot)!;
const enumOf = (run: SimulatedRun, slot: string): string[] => {
  const tool = run.request(slot).tools.find(({ name }) => name === 'vote');
  return (tool?.parameters.properties as { answer_id?: { enum: string[] } })?.answer_id?.enum ?? [];
};

/** A and B have published their first answers and read each other's. */
function twoAnswers(team = testTeam(2), seed = 1): SimulatedRun {
  const run = new SimulatedRun(team, seed);
  run.act('A', answer('Alpha is right'));
  run.act('B', answer('Beta is right'));
  return run;
}

describe('identity', () => {
  it('P1: no prompt carries a model, backend or agent name', () => {
    const run = twoAnswers(testTeam(3));
    run.act('C', answer('Gamma is right'));
    for (const slot of ['A', 'B', 'C']) expect(JSON.stringify(run.request(slot))).not.toMatch(/secret|demo/i);
  });

  it('P2: each voter reads the answers in its own order, the same all through the run', () => {
    const run = twoAnswers(testTeam(4), 7);
    const orders = ['A', 'B', 'C', 'D'].map((slot) => readingOrder(run.state, slot).join(''));
    expect(new Set(orders).size).toBeGreaterThan(1);
    expect(enumOf(run, 'A')).toEqual(
      readingOrder(run.state, 'A')
        .filter((slot) => slot < 'C')
        .map((slot) => `${slot}.1`),
    );
    run.append({ type: 'steer.received', text: 'More.' });
    expect(readingOrder(run.state, 'B').join('')).toBe(orders[1]);
  });

  it('P3: nobody is shown votes before the presentation', () => {
    const run = twoAnswers();
    run.act('A', ['vote', { answer_id: 'B.1', reason: 'a-very-private-reason' }]);
    expect(JSON.stringify(run.request('B'))).not.toContain('a-very-private-reason');
    run.act('B', vote('B.1'));
    expect(run.state.phase).toBe('presenting');
    expect(JSON.stringify(run.request('B'))).toContain('a-very-private-reason');
  });
});

describe('answers', () => {
  it('P4: an answer equal to a current one, white space aside, is refused and changes nothing', () => {
    const run = new SimulatedRun(testTeam(2));
    run.act('A', answer('Same words'));
    expect(run.act('B', answer('  Same\n words '))).toBe(false);
    expect(run.state.answers).toHaveLength(1);
    expect(run.events.findLast((event) => event.type === 'tool.finished')).toMatchObject({ isError: true });
  });

  it.each([
    ['lenient', true, true],
    ['balanced', false, true],
    ['strict', false, false],
  ] as const)('P4: novelty %s', (novelty, eightOfTen, sixOfTen) => {
    const similar = (content: string) => {
      const run = new SimulatedRun(testTeam(2, { coordination: { novelty } }));
      run.act('A', answer('a b c d e f g h i'));
      return run.act('B', answer(content));
    };
    expect(similar('A B C D E F G H z')).toBe(eightOfTen);
    expect(similar('a b c d e f g x y')).toBe(sixOfTen);
  });

  it('P5: a slot that has used its answers can only vote', () => {
    const run = twoAnswers(testTeam(2, { coordination: { maxNewAnswersPerAgent: 1 } }));
    expect(slotOf(run, 'A').call?.phase).toBe('vote');
    expect(run.request('A').tools.map((tool) => tool.name)).toEqual(['vote', 'abstain']);
    expect(run.act('A', answer('Another'))).toBe(false);
    expect(ids(run, 'bound.hit')).toMatchObject([{ bound: 'answersPerAgent' }, { bound: 'answersPerAgent' }]);
  });

  it('P5: before anything is published there is only new_answer', () => {
    const run = new SimulatedRun(testTeam(2));
    expect(run.request('A').tools.map((tool) => tool.name)).toEqual(['new_answer']);
  });
});

describe('votes', () => {
  it('P7: the enum lists exactly what the call was shown; other ids are refused with the valid ones', () => {
    const run = twoAnswers();
    expect(enumOf(run, 'A').sort()).toEqual(['A.1', 'B.1']);
    expect(run.act('A', vote('C.1'))).toBe(false);
    expect(slotOf(run, 'A').items.findLast((item) => item.kind === 'tool')?.result?.text).toMatch(
      /A\.1.*B\.1|B\.1.*A\.1/,
    );
  });

  it('P7: own answers are not on the ballot when self-votes are off', () => {
    const run = twoAnswers(testTeam(2, { coordination: { selfVotes: false } }));
    expect(enumOf(run, 'A')).toEqual(['B.1']);
  });

  it('P8: under "all" a new answer voids every vote, and everybody looks again and is told why', () => {
    const run = twoAnswers();
    run.act('A', vote('A.1'));
    run.act('B', answer('Beta, better'));
    expect(ids(run, 'vote.voided')).toMatchObject([{ slot: 'A', answerId: 'A.1', because: 'B published B.2' }]);
    expect(slotOf(run, 'A').call).not.toBeNull();
    expect(slotOf(run, 'A').stateBecause).toBe('looks again because B published B.2');
    expect(enumOf(run, 'A').sort()).toEqual(['A.1', 'B.2']);
  });

  it('P8: under "superseded" only votes for the replaced version are void', () => {
    const run = twoAnswers(testTeam(3, { coordination: { voidVotes: 'superseded' } }));
    run.act('C', answer('Gamma'));
    run.request('A');
    run.act('A', vote('A.1'));
    run.request('B');
    run.act('B', vote('C.1'));
    run.act('C', answer('Gamma, better'));
    expect(ids(run, 'vote.voided')).toMatchObject([{ slot: 'B', answerId: 'C.1' }]);
  });

  it('P8: a vote by a call that missed an update is refused; the refusal carries the update, with a receipt', () => {
    const run = twoAnswers(testTeam(3));
    const callId = run.callId('A');
    run.append({ type: 'tool.called', slot: 'A', callId, toolCallId: 'work', tool: 'search', arguments: {} });
    run.act('C', answer('Gamma'));
    expect(run.callId('A')).toBe(callId);
    expect(run.act('A', vote('B.1'))).toBe(false);
    const refusal = slotOf(run, 'A').items.findLast((item) => item.kind === 'tool' && item.result !== null);
    expect(refusal).toMatchObject({ result: { isError: true, text: expect.stringContaining('Gamma') } });
    expect(run.events.findLast((event) => event.type === 'context.delivered')).toMatchObject({
      slot: 'A',
      callId,
      answerIds: ['C.1'],
      toolCallId: expect.any(String),
    });
    expect(run.act('A', vote('C.1'))).toBe(true);
  });

  it('P9: weighted votes', () => {
    const run = twoAnswers(testTeam(2, { coordination: { voteRule: 'weighted' }, agents: { B: { weight: 3 } } }));
    run.act('A', vote('A.1'));
    run.act('B', vote('B.1'));
    expect(run.state.winner).toMatchObject({ answerId: 'B.1', rule: 'weighted', tally: { 'A.1': 1, 'B.1': 3 } });
  });

  it('P9: under "human" a person chooses, and the time of the turn falls back to plurality', () => {
    const human = testTeam(2, { coordination: { voteRule: 'human' } });
    const run = twoAnswers(human);
    run.act('A', vote('B.1'));
    run.act('B', vote('B.1'));
    expect(run.state.slots.map((slot) => slot.state)).toEqual(['waiting for you', 'waiting for you']);
    expect(run.state.winner).toBeNull();
    run.append({ type: 'bound.hit', bound: 'turnSeconds' });
    expect(run.state.winner).toMatchObject({ answerId: 'B.1', rule: 'plurality' });
  });

  it('P10: a tie goes to a run-off among the tied, then to the fewest versions, then to the earliest', () => {
    const run = twoAnswers();
    run.act('A', vote('A.1'));
    run.act('B', vote('B.1'));
    expect(run.state.phase).toBe('runoff');
    expect(run.request('A').tools.map((tool) => tool.name)).toEqual(['vote', 'abstain']);
    run.act('B', vote('B.1'));
    run.act('A', vote('A.1'));
    expect(run.state.winner).toMatchObject({ answerId: 'A.1', rule: 'plurality, run-off, earliest' });
  });

  it('P10: fewest versions before earliest', () => {
    const run = twoAnswers();
    run.act('A', answer('Alpha, better'));
    run.act('B', vote('B.1'));
    run.act('A', vote('A.2'));
    run.act('A', vote('A.2'));
    run.act('B', vote('B.1'));
    expect(run.state.winner).toMatchObject({ answerId: 'B.1', rule: 'plurality, run-off, fewest versions' });
  });

  it('P11: an abstention counts as having voted; when all abstain the earliest answer wins without a run-off', () => {
    const run = twoAnswers();
    run.act('A', ['abstain', { reason: 'I cannot judge.' }]);
    run.act('B', ['abstain', { reason: 'Nor can I.' }]);
    expect(run.state.winner).toEqual(
      expect.objectContaining({ answerId: 'A.1', rule: 'no votes, earliest', tally: {} }),
    );
  });

  it('P11: nobody waits for a slot that is out, and the only answer of the only slot left wins', () => {
    const run = new SimulatedRun(testTeam(2));
    run.act('A', answer('Alpha'));
    run.fail('B', { code: 'auth', message: 'The key is wrong.' }, false);
    expect(run.state.winner).toMatchObject({ answerId: 'A.1', rule: 'only answer' });
  });
});
