import type { BoundHit, BoundName } from './event';
import type { RunState } from './state';
import type { Slot } from './team';

/** How often the bound has bitten; for one slot when `slot` is given. */
export function timesHit(state: RunState, bound: BoundName, slot?: Slot): number {
  return state.boundsHit.filter((hit) => hit.bound === bound && (slot === undefined || hit.slot === slot)).length;
}

/** Tokens or money of the run are used up: no further model request may start. */
export function isBudgetSpent(state: RunState): boolean {
  return timesHit(state, 'maxTokens') > 0 || timesHit(state, 'maxCostUsd') > 0;
}

/** Budgets that usage has just exceeded and the log does not say yet. */
export function newlySpent(state: RunState): BoundHit[] {
  const limits = state.team?.limits;
  if (!limits) return [];
  const { inputTokens, outputTokens, costUsd } = state.usage;
  const hits: BoundHit[] = [];
  if (limits.maxTokens !== null && inputTokens + outputTokens >= limits.maxTokens && !timesHit(state, 'maxTokens')) {
    hits.push({ type: 'bound.hit', bound: 'maxTokens' });
  }
  if (limits.maxCostUsd !== null && (costUsd ?? 0) >= limits.maxCostUsd && !timesHit(state, 'maxCostUsd')) {
    hits.push({ type: 'bound.hit', bound: 'maxCostUsd' });
  }
  return hits;
}

/** The slot has published as often as it may and can only vote from now on (P5). */
export function hasUsedAnswers(state: RunState, slot: Slot): boolean {
  const most = state.team?.coordination.maxNewAnswersPerAgent ?? Number.POSITIVE_INFINITY;
  return state.answers.filter((answer) => answer.slot === slot).length >= most;
}
