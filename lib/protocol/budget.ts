import { timesHit } from './bounds';
import { BUDGET_OVERRUN, CHARACTERS_PER_TOKEN } from './constants';
import { agentOf } from './decision/helpers';
import type { BoundHit, UsageReported } from './event';
import type { RunState, SlotState } from './state';
import type { BackendChoice, Slot, Team } from './team';
import { allSlots, slotOf } from './update-slot';

/** True when tokens or money of the team's runs are limited. */
export function hasBudget(team: Team | null): team is Team {
  return team !== null && (team.limits.maxTokens !== null || team.limits.maxCostUsd !== null);
}

/** Tokens or money of the run are used up: no further model request may start. */
export function isBudgetSpent(state: RunState): boolean {
  return timesHit(state, 'maxTokens') > 0 || timesHit(state, 'maxCostUsd') > 0;
}

/** Budgets that have just been used up and of which the log does not say so yet; requests in flight count by what they have streamed. */
export function newlySpent(state: RunState): BoundHit[] {
  if (!hasBudget(state.team)) return [];
  const { limits } = state.team;
  const { inputTokens, outputTokens, costUsd } = state.usage;
  const hits: BoundHit[] = [];
  const tokens = inputTokens + outputTokens + sum(state, (slot) => tokensOf(slot.call?.streamed ?? 0));
  if (limits.maxTokens !== null && tokens >= limits.maxTokens && !timesHit(state, 'maxTokens')) {
    hits.push({ type: 'bound.hit', bound: 'maxTokens' });
  }
  const cost = (costUsd ?? 0) + sum(state, (slot) => outputCost(state, slot.slot, slot.call?.streamed ?? 0));
  if (limits.maxCostUsd !== null && cost >= limits.maxCostUsd && !timesHit(state, 'maxCostUsd')) {
    hits.push({ type: 'bound.hit', bound: 'maxCostUsd' });
  }
  return hits;
}

/** Of these slots the one whose request in flight has written most, as long as it may overrun the budget; else `null`. */
export function furthestWithinOverrun(state: RunState, slots: SlotState[]): SlotState | null {
  const [furthest] = slots
    .filter(({ call }) => call?.request === 'inFlight')
    .toSorted((a, b) => (b.call?.streamed ?? 0) - (a.call?.streamed ?? 0));
  const { maxTokens, maxCostUsd } = state.team?.limits ?? { maxTokens: null, maxCostUsd: null };
  if (!furthest?.call) return null;
  const more = furthest.call.streamed - (furthest.call.streamedWhenSpent ?? 0);
  if (maxTokens !== null && tokensOf(more) > maxTokens * BUDGET_OVERRUN) return null;
  if (maxCostUsd !== null && outputCost(state, furthest.slot, more) > maxCostUsd * BUDGET_OVERRUN) return null;
  return furthest;
}

/**
 * What a request that ends before its provider has told its usage counts for; `null` when nothing of it has come, so that nobody
 * charges for it. `sentCharacters` = length of the request, 0 when that is not known any more.
 */
export function estimatedUsage(state: RunState, slot: Slot, sentCharacters: number): UsageReported | null {
  const call = slotOf(state, slot)?.call;
  const choice = choiceOf(state, slot);
  if (!call || !choice || call.request === 'complete' || call.streamed === 0) return null;
  const inputTokens = tokensOf(sentCharacters);
  const outputTokens = tokensOf(call.streamed);
  const { price } = choice;
  return {
    type: 'usage',
    slot,
    callId: call.callId,
    inputTokens,
    outputTokens,
    cachedTokens: 0,
    reasoningTokens: 0,
    costUsd: price ? (inputTokens * price.input + outputTokens * price.output) / 1e6 : null,
    backend: choice.type,
    model: choice.model,
    priceDate: price?.date ?? null,
    estimated: true,
  };
}

function outputCost(state: RunState, slot: Slot, characters: number): number {
  return characters === 0 ? 0 : (tokensOf(characters) * (choiceOf(state, slot)?.price?.output ?? 0)) / 1e6;
}

function choiceOf(state: RunState, slot: Slot): BackendChoice | null {
  return agentOf(state, slot)?.backend ?? null;
}

function tokensOf(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN);
}

function sum(state: RunState, of: (slot: SlotState) => number): number {
  return allSlots(state).reduce((total, slot) => total + of(slot), 0);
}
