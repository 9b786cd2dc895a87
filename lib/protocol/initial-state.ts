import type { RunState, SlotState, Usage } from './state';
import type { Slot } from './team';

export const NO_USAGE: Usage = {
  inputTokens: 0,
  outputTokens: 0,
  cachedTokens: 0,
  reasoningTokens: 0,
  costUsd: null,
  unpricedTokens: 0,
  estimatedTokens: 0,
};

/** The state of a run whose log is empty. */
export function initialState(runId: string): RunState {
  return {
    runId,
    status: 'queued',
    phase: 'coordinating',
    seq: 0,
    startedAt: null,
    endedAt: null,
    team: null,
    input: '',
    attachments: [],
    seed: 0,
    slots: [],
    answers: [],
    votes: [],
    notes: [],
    contextTotals: null,
    approvals: [],
    runoff: null,
    winner: null,
    presentation: null,
    presentationFailures: 0,
    final: null,
    boundsHit: [],
    usage: NO_USAGE,
    usageBy: [],
    error: null,
  };
}

/** A seat of which the log says nothing yet. */
export function initialSlot(slot: Slot): SlotState {
  return {
    slot,
    state: 'queued',
    stateBecause: null,
    out: null,
    call: null,
    calls: 0,
    acted: false,
    failures: 0,
    retryAfterMs: null,
    mayRetry: true,
    lastError: null,
    seen: [],
    pendingSteers: [],
    notesUpTo: 0,
    snapshot: null,
    items: [],
    usage: NO_USAGE,
  };
}
