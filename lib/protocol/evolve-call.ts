import type {
  AgentFailed,
  AgentFinished,
  AgentQuarantined,
  AgentStarted,
  AgentState,
  AgentStopped,
  AgentSwitched,
  EventStamp,
  SteerReceived,
} from './event';
import type { RunState, SlotItem, SlotState } from './state';
import { evolveSwitch } from './switch-backend';
import type { Slot } from './team';
import { slotOf, updateSlot } from './update-slot';
import { leaders } from './voting/leaders';

type SlotEvent = AgentStarted | AgentFinished | AgentFailed | AgentQuarantined | AgentStopped | AgentState;
type CallEvent = EventStamp & (SlotEvent | AgentSwitched | SteerReceived);

/** The life of a slot's calls: begin, end, failure, leaving the run, a person's steering. */
export function evolveCall(state: RunState, event: CallEvent): RunState {
  if (event.type === 'steer.received') return steered(state, event);
  if (event.type === 'agent.switched') return evolveSwitch(state, event);
  const next = updateSlot(state, event.slot, (slot) => evolveSlot(slot, event, wroteNothing(state, event)));
  switch (event.type) {
    case 'agent.started':
      return event.phase === 'runoff' && state.phase === 'coordinating'
        ? { ...next, phase: 'runoff', runoff: leaders(state).map((answer) => answer.answerId) }
        : next;
    case 'agent.finished':
      return event.outcome === 'presented' && state.presentation?.callId === event.callId
        ? { ...next, presentation: { ...state.presentation, done: true } }
        : next;
    case 'agent.failed':
      return event.callId !== undefined && isPresenting(state, event.slot, event.callId)
        ? { ...next, presentation: null, presentationFailures: state.presentationFailures + 1 }
        : next;
    default:
      return next;
  }
}

/** A presentation without text is no success, though its call ended properly. */
function wroteNothing(state: RunState, event: EventStamp & SlotEvent): boolean {
  return event.type === 'agent.finished' && event.outcome === 'presented' && !state.presentation?.text.trim();
}

function isPresenting(state: RunState, slot: Slot, callId: string): boolean {
  const call = slotOf(state, slot)?.call;
  return (call?.callId === callId && call.phase === 'presentation') || state.presentation?.callId === callId;
}

function evolveSlot(slot: SlotState, event: EventStamp & SlotEvent, inVain: boolean): SlotState {
  switch (event.type) {
    case 'agent.started': {
      const { callId, phase, at, seq } = event;
      return {
        ...slot,
        calls: slot.calls + 1,
        call: {
          callId,
          phase,
          startedAt: at,
          startedSeq: seq,
          // The conversation goes on: what the slot has seen is part of this call's requests too.
          shown: slot.seen,
          hasToolWork: false,
          attempts: 0,
          writing: null,
          streamed: 0,
          request: 'inFlight',
          streamedWhenSpent: null,
        },
        items: [...slot.items, { kind: 'call', callId, phase, seq, at }],
      };
    }
    case 'agent.finished': {
      if (slot.call?.callId !== event.callId) return slot;
      if (event.outcome === 'acted' || event.outcome === 'presented') {
        const call = { ...slot, call: null, acted: true };
        return inVain ? call : { ...call, failures: 0, retryAfterMs: null };
      }
      return { ...slot, call: null, items: abandon(slot.items, event.callId) };
    }
    case 'agent.failed':
      return {
        ...slot,
        call: slot.call?.callId === event.callId ? null : slot.call,
        failures: slot.failures + 1,
        retryAfterMs: event.retryAfterMs ?? null,
        lastError: event.error,
        mayRetry: event.retryable,
        items: [...abandon(slot.items, event.callId ?? null), { kind: 'failure', error: event.error, at: event.at }],
      };
    case 'agent.quarantined':
      return { ...slot, out: 'quarantined', lastError: event.error };
    case 'agent.stopped':
      return { ...slot, out: 'stopped' };
    case 'agent.state':
      return { ...slot, state: event.state, stateBecause: event.because ?? null };
  }
}

/** Text of the call's last, unfinished step came to nothing: what later requests contained already stays. */
export function abandon(items: SlotItem[], callId: string | null): SlotItem[] {
  if (callId === null) return items;
  const end = items.findLastIndex((item) => endsStep(item) && item.callId === callId);
  return items.map((item, index) =>
    index > end && (item.kind === 'text' || item.kind === 'reasoning') && item.callId === callId
      ? { ...item, abandoned: true }
      : item,
  );
}

function endsStep(item: SlotItem): item is Extract<SlotItem, { kind: 'tool' | 'reminder' | 'delivered' }> {
  return (item.kind === 'tool' && item.result !== null) || item.kind === 'reminder' || item.kind === 'delivered';
}

function steered(state: RunState, event: EventStamp & SteerReceived): RunState {
  const steer = { seq: event.seq, text: event.text };
  return {
    ...state,
    slots: state.slots.map((slot) =>
      event.slot === undefined || event.slot === slot.slot
        ? { ...slot, pendingSteers: [...slot.pendingSteers, steer] }
        : slot,
    ),
  };
}
