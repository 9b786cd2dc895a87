import { backOffMs } from './back-off';
import { timesHit } from './bounds';
import { isBudgetSpent } from './budget';
import type { Command } from './command';
import { failure } from './decide-conclusion';
import type { DraftEvent } from './event';
import { presentedText } from './presented-text';
import type { RunState, SlotState } from './state';

/** A team of one: no voting; its one call presents, and what it wrote is both answer and final text. */
export function decideSingle(state: RunState): Command[] {
  const slot = state.slots[0];
  if (!slot) return [append(failure(state))];
  const text = presentedText(state);
  if (state.presentation?.done) return text.trim() ? finish(slot, state, null) : [append(empty(state, slot))];
  if (
    slot.out !== null ||
    timesHit(state, 'turnSeconds') > 1 ||
    (isBudgetSpent(state) && slot.call?.request !== 'complete')
  ) {
    const stop = slot.call ? [interrupt(slot, 'stopped')] : [];
    return [...stop, ...(text.trim() ? finish(slot, state, cutShort(slot, state)) : [append(failure(state))])];
  }
  if (slot.call) {
    return slot.pendingSteers.length > 0 && !slot.call.hasToolWork ? [interrupt(slot, 'outdated')] : [];
  }
  return [{ type: 'startCall', slot: slot.slot, phase: 'presentation', afterMs: backOffMs(state, slot) }];
}

function append(event: DraftEvent): Command {
  return { type: 'append', event };
}

function interrupt(slot: SlotState, outcome: 'outdated' | 'stopped'): Command {
  return { type: 'interrupt', slot: slot.slot, callId: slot.call?.callId ?? '', outcome };
}

/** Why the reply has not come to its end, in words for people. */
function cutShort(slot: SlotState, state: RunState): string {
  if (timesHit(state, 'turnSeconds') > 1) return 'The time of the turn ended before the reply had come to its end.';
  if (slot.out === 'stopped') return 'The agent was stopped before its reply had come to its end.';
  if (slot.out !== null && slot.lastError) return `The reply broke off: ${slot.lastError.message}`;
  return 'What the run may use was used up before the reply had come to its end.';
}

/** @param interrupted why the reply has not come to its end; `null` = it has */
function finish(slot: SlotState, state: RunState, interrupted: string | null): Command[] {
  const { callId, cut: limited } = state.presentation ?? { callId: '', cut: null };
  const cut = limited ?? interrupted;
  const presented = interrupted === null;
  const answerId = `${slot.slot}.1` as const;
  const content = presentedText(state).trim();
  return [
    append({ type: 'answer.posted', slot: slot.slot, callId, answerId, content }),
    append({ type: 'run.finished', final: content, answerId, presented, ...(cut && { cut }) }),
  ];
}

function empty(state: RunState, slot: SlotState): DraftEvent {
  return {
    type: 'agent.failed',
    slot: slot.slot,
    callId: state.presentation?.callId,
    error: { code: 'empty_answer', message: 'The model replied with an empty text.' },
    retryable: true,
  };
}
