/** One task of the replay as the view of the product's rule, and back. */
import type { DecisionView, LearnedRate } from '@/lib/protocol/decision/view';
import type { ReplayContext } from './replay-context';

/** What a row of the table knows. */
export interface Known {
  reliability?: (context: ReplayContext) => LearnedRate[];
  test?: 'good' | 'weak';
  ballots?: 'weak' | 'fair' | 'strong';
  judge?: { accuracy: number; kind: 'fair' | 'strong' };
}

/** How often the simulated checks pass right and wrong answers, as the replay has it. */
const RATES = { good: { passesRight: 0.95, passesWrong: 0.05 }, weak: { passesRight: 0.9, passesWrong: 0.35 } };

export const answerIdOf = (member: number) => `${member}.1` as const;
export const memberOf = (answerId: string) => Number.parseInt(answerId, 10);

/** The view before anybody is asked. */
export function emptyView(context: ReplayContext, known: Known): DecisionView {
  const learned = known.reliability?.(context);
  return {
    seed: 0,
    depth: 'auto',
    ballots: known.ballots ? 'open' : 'never',
    judge: known.judge ? { accuracy: known.judge.accuracy } : null,
    slots: Array.from({ length: context.n }, (_, member) => ({
      slot: String(member),
      model: String(member),
      stage: 'unasked',
      answer: null,
      reliability: learned?.[member] ?? null,
      agreement: context.cal.agr[member] ?? null,
      look: 'done',
      mayVote: true,
    })),
    findings: [],
    comparisonsLeft: 0,
    checks: known.test ? [{ check: known.test, ...RATES[known.test], isDecisive: false }] : [],
    results: [],
    cast: [],
    verdicts: [],
    wrongAnswers: learned ? context.cal.km1 : null,
    isClosing: false,
  };
}
