import type { DecisionCheck } from '../view';
import type { Check, CheckKind } from './check';

/**
 * How often right and wrong answers pass, as long as nobody has measured it: a form can be kept by a wrong answer as well, a
 * program is a weak test, a critic errs where the members err, and a number leaves little room for chance.
 */
const USUAL_RATES: Record<CheckKind, Pick<DecisionCheck, 'passesRight' | 'passesWrong'>> = {
  schema: { passesRight: 0.97, passesWrong: 0.6 },
  pattern: { passesRight: 0.97, passesWrong: 0.6 },
  number: { passesRight: 0.97, passesWrong: 0.05 },
  predicate: { passesRight: 0.97, passesWrong: 0.35 },
  mcp: { passesRight: 0.97, passesWrong: 0.35 },
  command: { passesRight: 0.97, passesWrong: 0.2 },
  code: { passesRight: 0.97, passesWrong: 0.35 },
  critic: { passesRight: 0.75, passesWrong: 0.4 },
};

/** A check as the rule knows it. */
export function ratedCheck({ name, kind, decisive }: Check): DecisionCheck {
  return { check: name, ...USUAL_RATES[kind], isDecisive: decisive };
}
