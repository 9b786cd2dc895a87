import { decidesByEvidence } from './decision/decides-by-evidence';
import { isHelper } from './decision/helpers';
import type {
  AgentAdapted,
  AgentFailed,
  AgentFinished,
  AgentQuarantined,
  AgentReadmitted,
  AgentStarted,
  AgentState,
  AgentStopped,
  AgentSwitched,
  EventStamp,
  SteerReceived,
} from './event';
import { evolveAdaptation } from './evolve-adaptation';
import { initialSlot } from './initial-state';
import { interruptTools } from './interrupt-tools';
import { presentedText } from './presented-text';
import type { RunState, SlotItem, SlotState } from './state';
import { evolveSwitch } from './switch-backend';
import type { Slot } from './team';
import { slotOf, updateSlot } from './update-slot';
import { leaders } from './voting/leaders';

type SlotEvent =
  | AgentStarted
  | AgentFinished
  | AgentFailed
  | AgentQuarantined
  | AgentReadmitted
  | AgentStopped
  | AgentState;
type CallEvent = EventStamp & (SlotEvent | AgentSwitched | AgentAdapted | SteerReceived);

/** The life of a slot's calls: begin, end, failure, leaving the run, a person's steering. */
export function evolveCall(state: RunState, event: CallEvent): RunState {
  if (event.type === 'steer.received') return steered(state, event);
  if (event.type === 'agent.switched') return evolveSwitch(state, event);
  if (event.type === 'agent.adapted') return evolveAdaptation(state, event);
  const known = event.type === 'agent.started' ? withHelper(state, event) : state;
  const next = updateSlot(known, event.slot, (slot) => evolveSlot(slot, event, wroteNothing(state, event)));
  switch (event.type) {
    case 'agent.started':
      return event.phase === 'runoff' && state.phase === 'coordinating'
        ? { ...next, phase: 'runoff', runoff: leaders(state).map((answer) => answer.answerId) }
        : next;
    case 'agent.finished':
      return event.outcome === 'presented' && state.presentation?.callId === event.callId
        ? { ...next, presentation: { ...state.presentation, done: true, cut: event.cut ?? null } }
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
  if (event.type !== 'agent.finished' || event.outcome !== 'presented') return false;
  // A team of one has no other answer than what it has written.
  const text = state.slots.length === 1 ? presentedText(state) : state.presentation?.text;
  return !text?.trim();
}

function isPresenting(state: RunState, slot: Slot, callId: string): boolean {
  const call = slotOf(state, slot)?.call;
  return (call?.callId === callId && call.phase === 'presentation') || state.presentation?.callId === callId;
}

function evolveSlot(slot: SlotState, event: EventStamp & SlotEvent, inVain: boolean): SlotState {
  switch (event.type) {
    case 'agent.started': {
      const { callId, phase, at, seq, lines, check, as } = event;
      const asked = lines && { lines };
      return {
        ...slot,
        calls: slot.calls + 1,
        ...(as !== undefined && { as }),
        ...(asked && phase === 'coordination' && { look: 'open' as const }),
        call: {
          callId,
          phase,
          startedAt: at,
          startedSeq: seq,
          ...asked,
          ...(check !== undefined && { check }),
          // The conversation goes on: what the slot has seen is part of this call's requests too.
          shown: slot.seen,
          hasToolWork: false,
          attempts: 0,
          writing: null,
          streamed: 0,
          request: 'inFlight',
          streamedWhenSpent: null,
        },
        items: [...slot.items, { kind: 'call', callId, phase, seq, at, ...asked }],
      };
    }
    case 'agent.finished': {
      if (slot.call?.callId !== event.callId) return slot;
      if (event.outcome === 'acted' || event.outcome === 'presented') {
        const call = { ...settledBy(slot), call: null, acted: true, items: withCut(slot.items, event) };
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
    case 'agent.readmitted':
      if (slot.out !== 'quarantined') return slot;
      return { ...slot, out: null, failures: 0, retryAfterMs: null, mayRetry: true, lastError: null };
    case 'agent.stopped':
      return { ...slot, out: 'stopped' };
    case 'agent.state':
      return { ...slot, state: event.state, stateBecause: event.because ?? null };
  }
}

/** Who has acted has answered to what it was shown, and to what a person said that it was told. */
function settledBy(slot: SlotState): SlotState {
  const { askedAgain, look, told, call, pendingSteers } = slot;
  if (call?.phase !== 'coordination') return slot;
  const isAnswered = askedAgain !== undefined && pendingSteers.length === 0;
  const { askedAgain: _, ...answered } = slot;
  return {
    ...(isAnswered ? answered : slot),
    ...(look === 'open' && { look: 'done' as const }),
    ...(told !== undefined && { settled: told }),
  };
}

/** A helper has its seat from its first call on. */
function withHelper(state: RunState, { slot }: AgentStarted): RunState {
  if (!isHelper(slot) || slotOf(state, slot)) return state;
  return { ...state, helpers: [...(state.helpers ?? []), initialSlot(slot)] };
}

/** Text of the call's last, unfinished step came to nothing: what later requests contained already stays. */
export function abandon(items: SlotItem[], callId: string | null): SlotItem[] {
  if (callId === null) return items;
  const begin = stepBegin(items, callId);
  return interruptTools(items, callId).map((item, index) =>
    index >= begin && (item.kind === 'text' || item.kind === 'reasoning') && item.callId === callId
      ? { ...item, abandoned: true }
      : item,
  );
}

/** Index of the first item of the call's present step. */
export function stepBegin(items: SlotItem[], callId: string): number {
  return items.findLastIndex((item) => endsStep(item) && item.callId === callId) + 1;
}

/** A presentation that is not whole says so on the agent's card. */
function withCut(items: SlotItem[], { cut, at }: EventStamp & AgentFinished): SlotItem[] {
  return cut === undefined ? items : [...items, { kind: 'failure', error: { code: 'output_limit', message: cut }, at }];
}

function endsStep(item: SlotItem): item is Extract<SlotItem, { kind: 'tool' | 'reminder' | 'delivered' }> {
  return (item.kind === 'tool' && item.result !== null) || item.kind === 'reminder' || item.kind === 'delivered';
}

function steered(state: RunState, event: EventStamp & SteerReceived): RunState {
  const { seq } = event;
  const steer = { seq, text: event.text, ...(event.by && { by: event.by }) };
  // Before the winner is chosen, what the slot has said so far supports nothing until it has heard the person (P29).
  const isVoid = decidesByEvidence(state.team) && state.phase === 'coordinating';
  return {
    ...state,
    slots: state.slots.map((slot) =>
      event.slot === undefined || event.slot === slot.slot
        ? {
            ...slot,
            pendingSteers: [...slot.pendingSteers, steer],
            ...(isVoid && { steeredAt: seq, askedAgain: seq }),
          }
        : slot,
    ),
  };
}
