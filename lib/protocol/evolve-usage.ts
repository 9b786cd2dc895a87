import { agentOf } from './decision/helpers';
import type { CallPhase, EventStamp, UsageReported } from './event';
import { NO_USAGE } from './initial-state';
import type { RunState, SlotState, Usage, UsageEntry } from './state';
import { slotOf, updateSlot } from './update-slot';

/** Adds what a model request has used to the run, to its slot and to the breakdown. */
export function evolveUsage(state: RunState, event: EventStamp & UsageReported): RunState {
  const next = { ...state, usage: add(state.usage, event), usageBy: addEntry(state, event) };
  return updateSlot(next, event.slot, (slot) => ({
    ...slot,
    usage: add(slot.usage, event),
    call: slot.call?.callId === event.callId ? { ...slot.call, streamed: 0, request: 'complete' } : slot.call,
  }));
}

function addEntry(state: RunState, event: UsageReported): UsageEntry[] {
  const agent = agentOf(state, event.slot);
  const key = {
    slot: event.slot,
    phase: phaseOf(slotOf(state, event.slot), event.callId),
    backend: event.backend ?? agent?.backend.type ?? '',
    model: event.model ?? agent?.backend.model ?? '',
  };
  const index = state.usageBy.findIndex(
    ({ slot, phase, backend, model }) =>
      slot === key.slot && phase === key.phase && backend === key.backend && model === key.model,
  );
  const before = state.usageBy[index];
  const entry: UsageEntry = {
    ...key,
    ...add(before ?? NO_USAGE, event),
    requests: (before?.requests ?? 0) + 1,
    priceDate: event.priceDate ?? before?.priceDate ?? null,
  };
  return before ? state.usageBy.with(index, entry) : [...state.usageBy, entry];
}

function phaseOf(slot: SlotState | undefined, callId: string): CallPhase {
  const call = slot?.items.findLast((item) => item.kind === 'call' && item.callId === callId);
  return call?.kind === 'call' ? call.phase : 'coordination';
}

function add(before: Usage, more: UsageReported): Usage {
  const tokens = more.inputTokens + more.outputTokens;
  return {
    inputTokens: before.inputTokens + more.inputTokens,
    outputTokens: before.outputTokens + more.outputTokens,
    cachedTokens: before.cachedTokens + more.cachedTokens,
    reasoningTokens: before.reasoningTokens + more.reasoningTokens,
    costUsd: more.costUsd === null ? before.costUsd : (before.costUsd ?? 0) + more.costUsd,
    unpricedTokens: before.unpricedTokens + (more.costUsd === null ? tokens : 0),
    estimatedTokens: before.estimatedTokens + (more.estimated ? tokens : 0),
  };
}
