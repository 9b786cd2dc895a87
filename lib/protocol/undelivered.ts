import type { RunState } from './state';
import type { AnswerId, Slot } from './team';
import { slotOf } from './update-slot';
import { inReadingOrder } from './voting/ballot';
import { currentAnswers } from './voting/current-answers';

/**
 * What the slot's next request must newly contain (P12): current answers that its conversation lacks, in the slot's reading
 * order, and steering messages by their seq. The driver writes it as `context.delivered` before it builds the request.
 */
export function undelivered(state: RunState, slot: Slot): { answerIds: AnswerId[]; steerSeqs: number[] } {
  const reader = slotOf(state, slot);
  if (!reader) return { answerIds: [], steerSeqs: [] };
  const fresh = currentAnswers(state).filter((answer) => !reader.seen.includes(answer.answerId));
  return {
    answerIds: inReadingOrder(state, slot, fresh).map((answer) => answer.answerId),
    steerSeqs: reader.pendingSteers.map((steer) => steer.seq),
  };
}
