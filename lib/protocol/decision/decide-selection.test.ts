import { describe, expect, it } from 'vitest';
import { decideSelection } from './decide-selection';
import { outcome, rates, testView } from './testing/test-view';
import type { DecisionCheck } from './view';

const decided = (...args: Parameters<typeof testView>) => outcome(decideSelection(testView(...args)));
const good: DecisionCheck = { check: 'tests', passesRight: 0.95, passesWrong: 0.05, isDecisive: false };
const weak: DecisionCheck = { check: 'lint', passesRight: 0.9, passesWrong: 0.35, isDecisive: false };

describe('P27: stops when it is decided', () => {
  it('asks all at once, or two at first where as few as possible are asked', () => {
    expect(decideSelection(testView(['?', '?', '?']))).toEqual({ do: 'ask', slots: ['P', 'Q', 'R'], sees: [] });
    expect(decideSelection(testView(['?', '?', '?'], { depth: 'auto' }))).toMatchObject({ slots: ['P', 'Q'] });
    expect(decideSelection(testView(['a', '…', '?'], { depth: 'auto' }))).toMatchObject({ slots: ['Q'] });
    expect(decideSelection(testView(['a', 'b', '?'], { depth: 'auto' }))).toMatchObject({ slots: ['R'] });
  });

  it('asks the most reliable first, then who agreed most', () => {
    const auto = { depth: 'auto' as const };
    expect(decideSelection(testView(['?', '?', '?'], auto, rates(0.5, 0.6, 0.9)))).toMatchObject({ slots: ['R'] });
    const agreed = { P: { agreement: 0.2 }, Q: { agreement: 0.5 }, R: { agreement: 0.7 } };
    expect(decideSelection(testView(['?', '?', '?'], auto, agreed))).toMatchObject({ slots: ['R', 'Q'] });
  });

  it('two equal answers end it while others still work', () => {
    expect(decided(['a', 'a', '…'])).toBe('P, agreement');
    expect(decided(['a', 'b', 'a', '?', '?'])).toBe('P, agreement');
    expect(decided(['a', '…', '…'])).toBe('ask');
    expect(decided(['a', 'b', '…'])).toBe('ask');
  });

  it('an answer whose call was shown an equal one is no second supporter', () => {
    const echo = { answer: { answerId: 'Q.1' as const, version: 1, seq: 2, isIndependent: false } };
    expect(decided(['a', 'a', '…'], {}, { Q: echo })).toBe('ask');
  });

  it('P24: a further supporter that runs the same model counts half', () => {
    const twin = { model: 'model-P' };
    expect(decided(['a', 'a', '…', '…'])).toBe('P, agreement');
    expect(decided(['a', 'a', '…', '…'], {}, { Q: twin })).toBe('ask');
    expect(decided(['a', 'a', 'a', '…', '…'], {}, { Q: twin })).toBe('P, agreement');
  });

  it('known reliability contradicts two weak agents who agree', () => {
    expect(decided(['a', 'a', '…'], {}, rates(0.3, 0.3, 0.95))).toBe('ask');
    expect(decided(['a', 'a', 'b'], {}, rates(0.2, 0.2, 0.95))).toBe('R, support');
    expect(decided(['a', 'a', '…'], {}, rates(0.9, 0.9, 0.4))).toBe('P, agreement');
  });

  it('two who agree do not end it while somebody who agreed clearly more often says otherwise and more can be asked', () => {
    const agreed = (...shares: number[]) =>
      Object.fromEntries(shares.map((agreement, index) => ['PQRS'[index] ?? '', { agreement }]));
    expect(decided(['a', 'a', 'b', '?'], {}, agreed(0.4, 0.4, 0.5, 0.3))).toBe('ask');
    expect(decided(['a', 'a', 'b', '?'], {}, agreed(0.4, 0.48, 0.5, 0.3))).toBe('Q, agreement');
    expect(decided(['a', 'a', 'b'], {}, agreed(0.4, 0.4, 0.5))).toBe('P, agreement');
  });

  it('a lead that the rest cannot make up ends it', () => {
    expect(decided(['a', '…', '…'], {}, rates(0.95, 0.2, 0.2))).toBe('P, lead');
  });

  it('differences that few observations do not support are none', () => {
    const few = (rate: number) => ({ reliability: { rate, observations: 3 } });
    expect(decided(['a', 'a', 'b'], {}, { P: few(0.5), Q: few(0.5), R: few(0.8) })).not.toMatch(/^R/);
  });

  it('answers of slots that left support, those of slots that were steered do not', () => {
    expect(decided(['a', 'a', '…'], {}, { Q: { mayVote: false } })).toBe('P, agreement');
    expect(decided(['a', 'a', '…'], {}, { Q: { stage: 'unasked' } })).toBe('ask');
  });
});

describe('P24: comparisons', () => {
  it('compares once when equality could decide, and keeps the last comparison for the end', () => {
    expect(decideSelection(testView(['a', 'x', '…']))).toEqual({ do: 'compare', answers: ['P.1', 'Q.1'] });
    expect(decided(['a', 'x', '…'], { comparisonsLeft: 1 })).toBe('ask');
    expect(decided(['a', 'x', 'b'], { comparisonsLeft: 1 })).toBe('compare');
    expect(decided(['a', 'x', 'b'], { comparisonsLeft: 0 })).not.toBe('compare');
  });

  it('does not compare what cannot matter', () => {
    expect(decided(['a', 'a', 'x'])).toBe('P, agreement');
    expect(decided(['a', 'b', '…'])).toBe('ask');
    expect(decided(['x', 'x', 'x'], {}, rates(0.95, 0.2, 0.2))).toBe('P, support');
  });

  it('compares rivals that could win together', () => {
    expect(decided(['a', 'x', 'x'], {}, rates(0.8, 0.7, 0.7))).toBe('compare');
  });

  it('same must hold of every pair in a class', () => {
    const view = testView(['x', 'x', 'x'], {
      comparisonsLeft: 0,
      ballots: 'never',
      findings: [
        { a: 'P.1', b: 'Q.1', is: 'same', by: 'comparison' },
        { a: 'Q.1', b: 'R.1', is: 'same', by: 'comparison' },
        { a: 'P.1', b: 'R.1', is: 'different', by: 'comparison' },
      ],
    });
    expect(outcome(decideSelection(view))).toBe('P, agreement');
    expect(outcome(decideSelection({ ...view, findings: view.findings.slice(1) }))).toBe('Q, agreement');
  });
});

describe('P25: evidence', () => {
  it('checks what is there before it concludes', () => {
    expect(decideSelection(testView(['a', '…'], { checks: [good] }))).toEqual({
      do: 'check',
      checks: [{ check: 'tests', answerId: 'P.1' }],
    });
  });

  it('a good check that passes stands for a second supporter; a weak one does not', () => {
    const passed = (check: string) => [{ check, answerId: 'P.1' as const, passed: true }];
    expect(decided(['a', '…', '…'], { checks: [good], results: passed('tests') })).toBe('P, evidence');
    expect(decided(['a', '…', '…'], { checks: [weak], results: passed('lint') })).toBe('ask');
  });

  it('outweighs a majority', () => {
    const results = (['P', 'Q', 'R'] as const).map((slot) => ({
      check: 'tests',
      answerId: `${slot}.1` as const,
      passed: slot === 'R',
    }));
    expect(decided(['a', 'a', 'b'], { checks: [good], results })).toMatch(/^R/);
  });

  it('a check without a result is no evidence', () => {
    const results = [{ check: 'tests', answerId: 'P.1' as const, passed: null }];
    expect(decided(['a', '…', '…'], { checks: [good], results })).toBe('ask');
  });

  it('a decisive check is a verdict', () => {
    const checks = [{ ...weak, isDecisive: true }];
    const result = (slot: 'P' | 'Q' | 'R', passed: boolean) => ({
      check: 'lint',
      answerId: `${slot}.1` as const,
      passed,
    });
    expect(decided(['a', '…', '…'], { checks, results: [result('P', true)] })).toBe('P, evidence');
    const results = [result('P', false), result('Q', false), result('R', true)];
    expect(decided(['a', 'a', 'b'], { checks, results }, rates(0.95, 0.95, 0.2))).toBe('R, evidence');
    expect(decided(['a', 'a', '…'], { checks, results: results.slice(0, 2) })).toBe('ask');
  });
});
