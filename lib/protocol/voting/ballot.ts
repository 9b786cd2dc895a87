import { random } from '../random';
import type { Answer, RunState } from '../state';
import type { AnswerId, Slot } from '../team';
import { currentAnswers } from './current-answers';

/** The order in which the slot reads the others: fixed for the run, different from voter to voter (P2). */
export function readingOrder(state: RunState, voter: Slot): Slot[] {
  const next = random(state.seed, `order/${voter}`);
  return (state.team?.agents ?? [])
    .map((agent) => ({ slot: agent.slot, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ slot }) => slot);
}

/** The answers sorted into the voter's reading order. */
export function inReadingOrder(state: RunState, voter: Slot, answers: Answer[]): Answer[] {
  const order = readingOrder(state, voter);
  return [...answers].sort((a, b) => order.indexOf(a.slot) - order.indexOf(b.slot));
}

/**
 * What the slot may vote for in its present call: current versions that the call was shown (P7), in its reading order;
 * in a run-off only the tied ones (P10); its own only where self-votes are on (P9).
 */
export function ballot(state: RunState, voter: Slot, shown: AnswerId[]): AnswerId[] {
  const selfVotes = state.team?.coordination.selfVotes ?? true;
  const current = currentAnswers(state).filter(
    (answer) =>
      shown.includes(answer.answerId) &&
      (selfVotes || answer.slot !== voter) &&
      (state.runoff === null || state.runoff.includes(answer.answerId)),
  );
  return inReadingOrder(state, voter, current).map((answer) => answer.answerId);
}
