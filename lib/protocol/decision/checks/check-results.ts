import type { RunState } from '../../state';
import type { AnswerId } from '../../team';
import { slotOf } from '../../update-slot';
import { currentAnswers } from '../../voting/current-answers';
import { NOTHING_DECIDED } from '../decision-state';
import { CRITIC, cheapestMember } from '../helpers';
import type { CheckResult } from '../view';
import { checksOf } from './checks-of';

const PASSED = { pass: true, fail: false, none: null };

/** What checks have said; where no critic can be asked any more, what it has not said comes to no result. */
export function checkResults(state: RunState): CheckResult[] {
  const checks = checksOf(state.team);
  if (checks.length === 0) return [];
  const { results } = state.decision ?? NOTHING_DECIDED;
  const said = results.map(({ check, answerId, outcome }) => ({ check, answerId, passed: PASSED[outcome] }));
  const critics = checks.filter(({ kind }) => kind === 'critic');
  if (critics.length === 0 || !isCriticGone(state)) return said;
  const isSaid = (check: string, answerId: AnswerId) =>
    said.some((result) => result.check === check && result.answerId === answerId);
  const unsaid = currentAnswers(state).flatMap(({ answerId }) =>
    critics
      .filter(({ name }) => !isSaid(name, answerId))
      .map(({ name }): CheckResult => ({ check: name, answerId, passed: null })),
  );
  return [...said, ...unsaid];
}

/** True when every check of the answer has ended and it fails one: its author may mend it. */
export function failsChecks(state: RunState, answerId: AnswerId): boolean {
  const checks = checksOf(state.team);
  if (checks.length === 0) return false;
  const results = checkResults(state).filter((result) => result.answerId === answerId);
  return results.length >= checks.length && results.some(({ passed }) => passed === false);
}

function isCriticGone(state: RunState): boolean {
  const critic = slotOf(state, CRITIC);
  const most = state.team?.limits.callsPerAgent ?? Number.POSITIVE_INFINITY;
  if (critic?.call) return false;
  return cheapestMember(state) === null || (critic !== undefined && (critic.out !== null || critic.calls >= most));
}
