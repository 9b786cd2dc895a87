import { describe, expect, it } from 'vitest';
import { SimulatedRun } from '../testing/simulated-run';
import { testTeam } from '../testing/test-team';
import { tally } from './tally';

const reason = 'It is right.';

/** Three agents that have published, each asked to act again. */
function published(coordination: NonNullable<Parameters<typeof testTeam>[1]>['coordination']) {
  const run = new SimulatedRun(testTeam(3, { coordination }));
  for (const slot of ['A', 'B', 'C']) run.request(slot);
  for (const slot of ['A', 'B', 'C']) run.act(slot, ['new_answer', { content: `Answer of ${slot}` }]);
  for (const slot of ['A', 'B', 'C']) run.request(slot);
  return run;
}

describe('P9: the vote rule borda', () => {
  it('ranks: an answer that everybody puts second beats those that divide them', () => {
    const run = published({ voteRule: 'borda' });
    expect(run.request('A').tools.find(({ name }) => name === 'vote')?.parameters).toMatchObject({
      required: ['answer_id', 'others', 'reason'],
    });
    run.act('A', ['vote', { answer_id: 'A.1', others: ['B.1', 'C.1'], reason }]);
    run.act('B', ['vote', { answer_id: 'B.1', others: ['C.1', 'A.1'], reason }]);
    run.act('C', ['vote', { answer_id: 'C.1', others: ['B.1', 'A.1'], reason }]);
    expect(run.state.winner).toMatchObject({ answerId: 'B.1', rule: 'borda', tally: { 'A.1': 2, 'B.1': 4, 'C.1': 3 } });
    expect(run.state.votes[0]).toMatchObject({ answerId: 'A.1', ranking: ['A.1', 'B.1', 'C.1'] });
  });

  it('refuses what is no ranking, and takes the best one alone from who ranks no others', () => {
    for (const others of [['A.1'], ['B.1', 'B.1'], ['Z.1'], 'B.1']) {
      const run = published({ voteRule: 'borda' });
      expect(run.act('A', ['vote', { answer_id: 'A.1', others, reason }])).toBe(false);
    }
    const fresh = published({ voteRule: 'borda' });
    expect(fresh.act('A', ['vote', { answer_id: 'A.1', reason }])).toBe(true);
    expect(tally(fresh.state)).toEqual({ 'A.1': 2 });
  });

  it('P8: under superseded a ranking is void once any answer in it is replaced', () => {
    const run = published({ voteRule: 'borda', voidVotes: 'superseded' });
    run.act('A', ['vote', { answer_id: 'A.1', others: ['B.1', 'C.1'], reason }]);
    run.act('C', ['new_answer', { content: 'Better answer of C' }]);
    expect(run.state.votes[0]?.voidBecause).toBe('C published C.2');
  });
});

describe('P9: the vote rule judge', () => {
  const everybodyVotes = (run: SimulatedRun) => {
    for (const slot of ['A', 'B', 'C']) run.act(slot, ['vote', { answer_id: 'A.1', reason }]);
  };
  const judge = (run: SimulatedRun, slot: string, author: string) => {
    for (let order = 0; order < 2; order += 1) {
      const request = run.request(slot);
      const text = JSON.stringify(request.messages);
      const numbers = [...text.matchAll(/<answer number=\\"(\d+)\\">\\nAnswer of (\w)/g)];
      expect(text).not.toMatch(/agent [A-C]|[A-C]\.1/);
      run.act(slot, ['choose_answer', { answer: Number(numbers.find(([, , by]) => by === author)?.[1]), reason }]);
    }
  };

  it('decides on all answers in both orders, whatever the votes are', () => {
    const run = published({ voteRule: 'judge', judge: { slot: 'B' } });
    everybodyVotes(run);
    judge(run, 'B', 'C');
    expect(run.state.winner).toMatchObject({ answerId: 'C.1', rule: 'judge', tally: { 'A.1': 3 } });
  });

  it('leaves it to the votes where its verdict does not survive the swap', () => {
    const backend = { type: 'demo', model: 'secret-judge', baseUrl: null, params: {} };
    const run = published({ voteRule: 'judge', judge: { backend, canCallTools: true } });
    everybodyVotes(run);
    for (let order = 0; order < 2; order += 1) {
      run.request('_judge');
      run.act('_judge', ['choose_answer', { answer: 1, reason }]);
    }
    expect(run.events.find(({ type }) => type === 'judge.decided')).toMatchObject({ answerId: null });
    expect(run.state.winner).toMatchObject({ answerId: 'A.1', rule: 'plurality' });
  });
});
