import type { Member } from './answer-classes';
import type { DecisionCheck, DecisionView } from './view';

/** Rates are kept off 0 and 1: no check is proof unless the team declares it decisive. */
const held = (rate: number) => Math.min(0.99, Math.max(0.01, rate));

export const passWeight = (check: DecisionCheck) => Math.log(held(check.passesRight) / held(check.passesWrong));
const failWeight = (check: DecisionCheck) => Math.log((1 - held(check.passesRight)) / (1 - held(check.passesWrong)));

/** `true`, `false`, `null` = no evidence, `undefined` = not run yet. */
function resultOf(view: DecisionView, check: DecisionCheck, member: Member): boolean | null | undefined {
  return view.results.find((result) => result.check === check.check && result.answerId === member.answer.answerId)
    ?.passed;
}

/** What the checks say about a class, in log-odds (P25): each check once, the mean of what it says about the members. */
export function evidenceFor(view: DecisionView, members: Member[]): number {
  let sum = 0;
  for (const check of view.checks) {
    let weight = 0;
    let count = 0;
    for (const member of members) {
      const passed = resultOf(view, check, member);
      if (typeof passed !== 'boolean') continue;
      weight += passed ? passWeight(check) : failWeight(check);
      count += 1;
    }
    if (count > 0) sum += weight / count;
  }
  return sum;
}

/** The worst that checks which have not been run on a class may yet say, in log-odds: 0 or less. */
export function worstToCome(view: DecisionView, members: Member[]): number {
  return view.checks.reduce((sum, check) => {
    const isRun = members.every((member) => resultOf(view, check, member) !== undefined);
    return sum + (isRun ? 0 : Math.min(0, failWeight(check)));
  }, 0);
}

/** The word of the decisive checks on one answer: `right` when it passes all of them, `wrong` when it fails one. */
export function verdictOn(view: DecisionView, member: Member): 'right' | 'wrong' | null {
  const decisive = view.checks.filter((check) => check.isDecisive);
  if (decisive.length === 0) return null;
  const results = decisive.map((check) => resultOf(view, check, member));
  if (results.includes(false)) return 'wrong';
  return results.every((passed) => passed === true) ? 'right' : null;
}

/** How many checks an answer passes, less those that it fails. */
export function passesOf(view: DecisionView, member: Member): number {
  return view.checks.reduce((sum, check) => {
    const passed = resultOf(view, check, member);
    return sum + (passed === true ? 1 : passed === false ? -1 : 0);
  }, 0);
}

/** What has not been checked yet. */
export function missingChecks(
  view: DecisionView,
  members: Member[],
): { check: string; answerId: Member['answer']['answerId'] }[] {
  return view.checks.flatMap((check) =>
    members
      .filter((member) => resultOf(view, check, member) === undefined)
      .map((member) => ({ check: check.check, answerId: member.answer.answerId })),
  );
}
