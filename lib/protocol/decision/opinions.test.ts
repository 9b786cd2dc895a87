import { describe, expect, it } from 'vitest';
import { decideSelection } from './decide-selection';
import { panelVerdict } from './panel-verdict';
import { scoreAnswers } from './score-answers';
import { outcome, rates, testView } from './testing/test-view';
import type { DecisionBallot } from './view';

const decided = (...args: Parameters<typeof testView>) => outcome(decideSelection(testView(...args)));

describe('before ballots', () => {
  it('who may still publish sees one answer of each class once', () => {
    const view = testView(['a', 'b', 'c'], {}, { Q: { look: 'due' } });
    expect(decideSelection(view)).toEqual({ do: 'ask', slots: ['Q'], sees: ['P.1', 'Q.1', 'R.1'] });
  });
});

describe('P28: ballots only while undecided', () => {
  it("leaves out the voter's own answer, in an order of its own", () => {
    const decision = decideSelection(testView(['a', 'b', 'c', 'd']));
    expect(decision.do).toBe('ballot');
    if (decision.do !== 'ballot') return;
    expect(decision.ballots.map(({ slot, lines }) => [slot, [...lines].sort()])).toEqual([
      ['P', ['Q.1', 'R.1', 'S.1']],
      ['Q', ['P.1', 'R.1', 'S.1']],
      ['R', ['P.1', 'Q.1', 'S.1']],
      ['S', ['P.1', 'Q.1', 'R.1']],
    ]);
    expect(decideSelection(testView(['a', 'b', 'c', 'd']))).toEqual(decision);
  });

  it("shows a class that others share through another's answer", () => {
    const view = testView(['a', 'a', 'b', 'b', 'c', 'c'], {}, { P: { mayVote: true } });
    const decision = decideSelection(view);
    expect(decision.do).toBe('ballot');
    if (decision.do !== 'ballot') return;
    for (const { slot, lines } of decision.ballots) {
      expect(lines).toHaveLength(3);
      expect(lines).not.toContain(`${slot}.1`);
    }
  });

  it('is not held with fewer than two lines, nor where ballots are off', () => {
    expect(decided(['a', 'b'])).toBe('P, earliest');
    expect(decided(['a', 'b', 'c'], { ballots: 'never' })).toBe('P, earliest');
    expect(decided(['a', 'a', 'b'])).toBe('P, agreement');
  });

  it('first places decide, ties by the mean; an own line does not count', () => {
    const cast = (slot: string, scores: Record<string, number>): DecisionBallot => ({
      slot,
      scores: Object.entries(scores).map(([answer, score]) => ({ answerId: `${answer}.1`, score })),
    });
    const votes = [cast('P', { Q: 4, R: 9 }), cast('Q', { P: 5, R: 6 }), cast('R', { P: 8, Q: 2 })];
    expect(decided(['a', 'b', 'c'], { cast: votes })).toBe('R, ballots');
    expect(decided(['a', 'b', 'c'], { cast: votes.slice(0, 2) })).toBe('ballot');
    const even = [cast('P', { Q: 9, R: 2 }), cast('Q', { P: 1, R: 6 }), cast('R', { P: 8, Q: 5 })];
    expect(decided(['a', 'b', 'c'], { cast: even })).toBe('Q, ballots');
    const own = [cast('P', { P: 10, Q: 5, R: 1 }), cast('Q', { P: 1, R: 1 }), cast('R', { P: 1, Q: 1 })];
    expect(decided(['a', 'b', 'c'], { cast: own })).toBe('Q, ballots');
  });

  it('when all abstain, the order of ties stands', () => {
    const cast = ['P', 'Q', 'R'].map((slot) => ({ slot, scores: [] }));
    expect(decided(['a', 'b', 'c'], { cast })).toBe('P, earliest');
  });
});

describe('P29: a judge, and the order of ties', () => {
  const judge = { accuracy: null };
  const orders = [
    ['P.1', 'Q.1'],
    ['Q.1', 'P.1'],
  ] as const;
  const said = (...picks: ('P.1' | 'Q.1' | null)[]) =>
    picks.map((pick, index) => ({ order: [...(orders[index] ?? [])], pick }));

  it('asks the judge in both orders', () => {
    expect(decideSelection(testView(['a', 'b'], { judge }))).toEqual({
      do: 'judge',
      orders: [
        ['P.1', 'Q.1'],
        ['Q.1', 'P.1'],
      ],
    });
    expect(decided(['a', 'b'], { judge, verdicts: said('Q.1') })).toBe('judge');
  });

  it('takes a verdict that survives the swap, and no other', () => {
    expect(decided(['a', 'b'], { judge, verdicts: said('Q.1', 'Q.1') })).toBe('Q, judge');
    expect(decided(['a', 'b'], { judge, verdicts: said('P.1', 'Q.1') })).toBe('P, earliest');
    expect(decided(['a', 'b'], { judge, verdicts: said(null, null) })).toBe('P, earliest');
  });

  it('does not ask where the verdict could not change the winner', () => {
    expect(decided(['a', 'b', 'c'], { judge }, rates(0.95, 0.5, 0.5))).toBe('P, support');
  });

  it('is asked instead of ballots', () => {
    expect(decided(['a', 'b', 'c'], { judge })).toBe('judge');
  });

  it('ties: the most reliable, the most supported, fewest versions, earliest', () => {
    const third = { answer: { answerId: 'P.3' as const, version: 3, seq: 1, isIndependent: true } };
    const findings = [{ a: 'P.3' as const, b: 'Q.1' as const, is: 'different' as const, by: 'rule' as const }];
    expect(decided(['a', 'b'], { findings }, { P: third })).toBe('Q, fewest versions');
    expect(decided(['a', 'b'], {}, { Q: { agreement: 0.9 }, P: { agreement: 0.1 } })).toBe('Q, reliability');
  });

  it('one answer, and none', () => {
    expect(decided(['a', '-', '-'])).toBe('P, only answer');
    expect(decided(['-', '-'])).toBe('nobody, only answer');
  });

  it('closing asks nothing more', () => {
    expect(decided(['a', '…', '?'], { isClosing: true })).toBe('P, only answer');
    expect(decided(['a', 'b', 'c'], { isClosing: true, judge })).toBe('P, earliest');
  });
});

describe('several judges', () => {
  it('weigh by their accuracy; who contradicts himself says nothing', () => {
    const both = (picks: ('1' | '2' | null)[], accuracy: number | null = null) => ({ picks, accuracy });
    expect(panelVerdict([both(['1', '1'], 0.9), both(['2', '2'], 0.6), both(['2', '2'], 0.6)])).toBe('1');
    expect(panelVerdict([both(['1', '2'], 0.9), both(['2', '2'], 0.6)])).toBe('2');
    expect(panelVerdict([both(['1', '1']), both(['2', '2'])])).toBeNull();
    expect(panelVerdict([both([null, '1'])])).toBeNull();
    expect(panelVerdict([both(['1', '1'], 0.4)])).toBeNull();
  });

  it('a judge who scored one answer alone has compared nothing', () => {
    expect(scoreAnswers([[9, null]], 2).map(({ firsts }) => firsts)).toEqual([0, 0]);
  });
});
