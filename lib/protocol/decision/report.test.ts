import { describe, expect, it } from 'vitest';
import { reportDisagreement } from './report';
import { rates, testView } from './testing/test-view';

describe('P33: the disagreement report', () => {
  it('says who stands where, what decided and that nobody checked', () => {
    const view = testView(['a', 'b', 'a', '-']);
    expect(reportDisagreement(view, { answerId: 'P.1', by: 'agreement' }).sentences).toEqual([
      'The chosen answer P.1 is that of P and R.',
      'Q holds Q.1 instead.',
      'S gave no answer that counts.',
      'Agreement decided.',
      'By what is known, this is likely to be right.',
      'No check was made.',
    ]);
  });

  it('says when all agree, and how it is known', () => {
    const report = reportDisagreement(testView(['a', 'a', 'a']), { answerId: 'P.1', by: 'agreement' });
    expect(report).toMatchObject({ doAllAgree: true, positions: [{ slots: ['P', 'Q', 'R'], equalBy: 'rule' }] });
    expect(report.sentences[0]).toBe('P, Q and R agree.');
  });

  it('calls nothing sure that nothing speaks for', () => {
    const split = testView(['a', 'b', 'c']);
    expect(reportDisagreement(split, { answerId: 'P.1', by: 'earliest' }).sureness).toBe('open');
    expect(reportDisagreement(split, { answerId: 'P.1', by: 'judge' }).sureness).toBe('more likely than not');
    expect(reportDisagreement(split, { answerId: 'Q.1', by: 'person' }).sureness).toBe('open');
    const known = testView(['a', 'a', 'a'], {}, rates(0.95, 0.95, 0.95));
    expect(reportDisagreement(known, { answerId: 'P.1', by: 'agreement' }).sureness).toBe('almost certain');
  });

  it('keeps a dissent that a person overruled, and a check that the chosen answer fails', () => {
    const checks = [{ check: 'tests', passesRight: 0.95, passesWrong: 0.05, isDecisive: false }];
    const results = [{ check: 'tests', answerId: 'Q.1' as const, passed: false }];
    const report = reportDisagreement(testView(['a', 'b'], { checks, results }), { answerId: 'Q.1', by: 'person' });
    expect(report.positions.map(({ slots, isWinner }) => [slots, isWinner])).toEqual([
      [['Q'], true],
      [['P'], false],
    ]);
    expect(report.sentences).toContain('It fails tests.');
    expect(report.sentences).toContain('Nobody checked P.1.');
  });

  it('tells checks that came to no result from none', () => {
    const checks = [{ check: 'form', passesRight: 0.9, passesWrong: 0.6, isDecisive: false }];
    const results = (['P.1', 'Q.1'] as const).map((answerId) => ({ check: 'form', answerId, passed: null }));
    const report = reportDisagreement(testView(['a', 'b'], { checks, results }), { answerId: 'P.1', by: 'earliest' });
    expect(report.sentences.at(-1)).toBe('No check came to a result.');
  });

  it('says when nothing is decided, and when nobody answered', () => {
    expect(reportDisagreement(testView(['a', '…']), null).sentences).toContain('Nothing is decided yet.');
    expect(reportDisagreement(testView(['-', '-']), null).sentences).toEqual(['Nobody has answered.']);
  });
});
