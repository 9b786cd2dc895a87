import { bestByEvidence, winnerEvent } from '../decision/choose-by-evidence';
import { decidesByEvidence } from '../decision/decides-by-evidence';
import type { WinnerChosen } from '../event';
import type { Answer, RunState } from '../state';
import { breakTie } from './break-tie';
import { judgedAnswer } from './by-judge';
import { answerOf, currentAnswers } from './current-answers';
import { leaders } from './leaders';
import { tally } from './tally';

/** The winner by the votes that count now, ties broken by P10; without any vote the earliest. Needs at least one answer. */
export function chooseWinner(state: RunState): WinnerChosen {
  const byEvidence = decidesByEvidence(state.team) ? winnerEvent(bestByEvidence(state)) : null;
  if (byEvidence) return byEvidence;
  const counts = tally(state);
  const judged = judgedAnswer(state);
  if (judged !== null) return { type: 'winner.chosen', answerId: judged, rule: 'judge', tally: counts };
  const { answer, by } = leading(state, counts);
  return { type: 'winner.chosen', answerId: answer.answerId, rule: ruleWords(state, counts, by), tally: counts };
}

/** The answer that would win now: shown as provisional, kept when the run is stopped. `null` without answers. */
export function bestAnswer(state: RunState): Answer | null {
  if (decidesByEvidence(state.team)) return answerOf(state, bestByEvidence(state).answerId ?? '.0') ?? null;
  return state.answers.length === 0 ? null : leading(state, tally(state)).answer;
}

/** Abstentions prefer nothing, so revisions do not count against an answer then. */
function leading(state: RunState, counts: Record<string, number>): { answer: Answer; by: string } {
  const [earliest] = currentAnswers(state);
  return Object.keys(counts).length === 0 && state.runoff === null && earliest
    ? { answer: earliest, by: 'earliest' }
    : breakTie(leaders(state));
}

function ruleWords(state: RunState, counts: Record<string, number>, by: string): string {
  if (currentAnswers(state).length === 1) return 'only answer';
  if (Object.keys(counts).length === 0) return `no votes, ${by}`;
  const { voteRule } = state.team?.coordination ?? {};
  const rule = voteRule === 'weighted' || voteRule === 'borda' ? voteRule : 'plurality';
  const words = [rule];
  if (state.runoff) words.push('run-off');
  if (by !== 'only') words.push(by);
  return words.join(', ');
}
