import type { BoundName } from './event';
import type { RunState } from './state';
import type { Slot } from './team';

/** How often the bound has bitten; for one slot when `slot` is given. */
export function timesHit(state: RunState, bound: BoundName, slot?: Slot): number {
  return state.boundsHit.filter((hit) => hit.bound === bound && (slot === undefined || hit.slot === slot)).length;
}

/** The slot has published as often as it may and can only vote from now on (P5). */
export function hasUsedAnswers(state: RunState, slot: Slot): boolean {
  const most = state.team?.coordination.maxNewAnswersPerAgent ?? Number.POSITIVE_INFINITY;
  return state.answers.filter((answer) => answer.slot === slot).length >= most;
}
