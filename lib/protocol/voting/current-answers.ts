import type { Answer, RunState } from '../state';
import type { AnswerId } from '../team';

/** The latest version of each slot's answer, in order of publication. */
export function currentAnswers(state: RunState): Answer[] {
  const latest = new Map<string, Answer>();
  for (const answer of state.answers) {
    latest.delete(answer.slot);
    latest.set(answer.slot, answer);
  }
  return [...latest.values()];
}

/** The answer of that id, current or not. */
export function answerOf(state: RunState, answerId: AnswerId): Answer | undefined {
  return state.answers.find((answer) => answer.answerId === answerId);
}
