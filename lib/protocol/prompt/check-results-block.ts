import { checksOf } from '../decision/checks/checks-of';
import { describeCheck } from '../decision/checks/describe-check';
import type { RunState } from '../state';
import type { AnswerId, Team } from '../team';
import { plainText } from './plain-text';

const WORDS = { pass: 'passed', fail: 'failed', none: 'came to no result' };
const LONGEST_REASON = 1_000;

/** What answers are checked by, for the stable beginning of a member's requests; `null` = by nothing. */
export function renderChecks(team: Team): string | null {
  const checks = checksOf(team);
  if (checks.length === 0) return null;
  const lines = checks.map((check) => `- “${check.name}”: ${describeCheck(check)}`);
  return `Every published answer is checked. Make yours hold up to each of these, and keep to them in whatever you write for the person:\n\n${lines.join('\n')}`;
}

/** What checks say of the reader's own answer, with the reasons; of an expected number not even that, since it is in them. */
export function ownResults(state: RunState, answerId: AnswerId): string {
  const kinds = new Map(checksOf(state.team).map(({ name, kind }) => [name, kind]));
  const lines = resultsOn(state, answerId).map(({ check, outcome, because }) => {
    const reason = outcome === 'pass' || kinds.get(check) === 'number' ? '' : ` (${oneLine(because)})`;
    return `- “${check}” ${WORDS[outcome]}${reason}`;
  });
  return `Your answer ${answerId} was checked:\n\n${block(lines)}\n\nMend what failed and publish the whole answer anew. Keep it only if it is right as it is and the check is mistaken.`;
}

/** What checks say of others' answers; `null` = nothing. */
export function peerResults(
  state: RunState,
  answerIds: AnswerId[],
  nameOf: (answerId: AnswerId) => string = (answerId) => answerId,
): string | null {
  const lines = answerIds.flatMap((answerId) => {
    const results = resultsOn(state, answerId).map(({ check, outcome }) => `“${check}” ${WORDS[outcome]}`);
    return results.length > 0 ? [`- ${nameOf(answerId)}: ${results.join(', ')}`] : [];
  });
  return lines.length > 0 ? `What checks found, not what an answer says of itself:\n\n${block(lines)}` : null;
}

function resultsOn(state: RunState, answerId: AnswerId) {
  return (state.decision?.results ?? []).filter((result) => result.answerId === answerId);
}

function block(lines: string[]): string {
  return `<check_results>\n${lines.join('\n')}\n</check_results>`;
}

/** A reason may quote the answer, or be a model's. */
function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').slice(0, LONGEST_REASON);
}
