import type { Answer, RunState } from '../state';
import { currentAnswers } from './current-answers';
import { tally } from './tally';

/** The current answers with the most votes: one, or several that are tied; all of them while nobody has voted. A run-off is only about the tied ones (P10). */
export function leaders(state: RunState): Answer[] {
  const counts = tally(state);
  const { runoff } = state;
  const current = currentAnswers(state).filter((answer) => runoff === null || runoff.includes(answer.answerId));
  const most = Math.max(0, ...current.map((answer) => counts[answer.answerId] ?? 0));
  return current.filter((answer) => (counts[answer.answerId] ?? 0) === most);
}
