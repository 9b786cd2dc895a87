import type { RunState, SlotState } from '../../state';
import type { AnswerId } from '../../team';
import { currentAnswers } from '../../voting/current-answers';
import { failsChecks } from './check-results';

/** The slot's answer that fails a check, of which it has not been told yet; `undefined` = there is none. */
export function answerToMend(state: RunState, { slot, told }: SlotState): AnswerId | undefined {
  const own = currentAnswers(state).find((answer) => answer.slot === slot);
  return own && own.answerId !== told && failsChecks(state, own.answerId) ? own.answerId : undefined;
}
