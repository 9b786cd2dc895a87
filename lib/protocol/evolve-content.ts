import type { ContextDelivered } from './context-event';
import type {
  AgentDelta,
  AgentRecast,
  AgentReminded,
  AgentWriting,
  AttachmentsDelivered,
  EventStamp,
  FinalDelta,
  FinalStarted,
  ReplyKept,
  UsageReported,
} from './event';
import { countDelivered } from './evolve-board';
import { fillKept, recast } from './evolve-reply';
import { evolveUsage } from './evolve-usage';
import type { ActiveCall, RunState, SlotItem, SlotState } from './state';
import type { AnswerId, Slot } from './team';
import { updateSlot } from './update-slot';

type ContentEvent = EventStamp &
  (
    | AgentDelta
    | AgentRecast
    | ReplyKept
    | FinalStarted
    | FinalDelta
    | AgentWriting
    | AgentReminded
    | ContextDelivered
    | AttachmentsDelivered
    | UsageReported
  );

/** What a call streams: text, reasoning, tool calls, receipts, usage. */
export function evolveContent(state: RunState, event: ContentEvent): RunState {
  switch (event.type) {
    case 'final.started': {
      const presentation = { slot: event.slot, callId: event.callId, text: '', settled: 0, done: false, cut: null };
      return { ...state, presentation };
    }
    case 'final.delta': {
      const presentation = state.presentation;
      if (presentation?.callId !== event.callId) return state;
      const next = { ...state, presentation: { ...presentation, text: presentation.text + event.text } };
      return updateSlot(next, event.slot, (slot) =>
        slot.call ? { ...slot, call: streamed(slot.call, event.text.length) } : slot,
      );
    }
    case 'agent.recast':
      return recast(state, event);
    case 'agent.reminded':
      return updateSlot(settled(state, event), event.slot, (slot) => evolveSlot(slot, event));
    case 'usage':
      return evolveUsage(state, event);
    case 'context.delivered':
      return countDelivered(
        updateSlot(state, event.slot, (slot) => evolveSlot(slot, event)),
        event,
      );
    default:
      return updateSlot(state, event.slot, (slot) => evolveSlot(slot, event));
  }
}

function evolveSlot(
  slot: SlotState,
  event: Exclude<ContentEvent, FinalStarted | FinalDelta | AgentRecast | UsageReported>,
): SlotState {
  const { call } = slot;
  if (!call || call.callId !== event.callId) return slot;
  switch (event.type) {
    case 'agent.delta':
      return { ...slot, call: streamed(call, event.text.length), items: withDelta(slot.items, event) };
    case 'reply.kept': {
      const { callId } = event;
      const item: SlotItem = { kind: 'kept', callId, parts: fillKept(slot.items, callId, event.parts) };
      return { ...slot, items: [...slot.items, item] };
    }
    case 'agent.writing':
      return { ...slot, call: { ...streamed(call, event.characters ?? 0), writing: event.tool } };
    case 'agent.reminded': {
      const { callId, attempt, because } = event;
      const item: SlotItem = { kind: 'reminder', callId, attempt, because };
      return {
        ...slot,
        call: { ...call, attempts: attempt, writing: null, request: 'due' },
        items: [...slot.items, item],
      };
    }
    case 'context.delivered':
      return delivered(slot, event);
    case 'attachments.delivered': {
      const item: SlotItem = { kind: 'attachments', callId: event.callId, items: event.items };
      return { ...slot, items: [...slot.items, item] };
    }
  }
}

/** What a presentation has written so far stays; it goes on behind that. */
function settled(state: RunState, { callId }: AgentReminded): RunState {
  const { presentation } = state;
  if (presentation?.callId !== callId) return state;
  return { ...state, presentation: { ...presentation, settled: presentation.text.length } };
}

function streamed(call: ActiveCall, characters: number): ActiveCall {
  return { ...call, streamed: call.streamed + characters, request: 'inFlight' };
}

function delivered(slot: SlotState, event: EventStamp & ContextDelivered): SlotState {
  const { call } = slot;
  if (!call) return slot;
  const seqs = new Set(event.steerSeqs ?? []);
  const item: SlotItem = {
    kind: 'delivered',
    callId: event.callId,
    answerIds: event.answerIds,
    steers: slot.pendingSteers.filter((steer) => seqs.has(steer.seq)).map(({ seq: _, ...steer }) => steer),
    toolCallId: event.toolCallId ?? null,
    ...(event.noteIds?.length && { noteIds: event.noteIds }),
    ...(event.checked && { checked: event.checked }),
    ...(event.contexts?.length && { contexts: event.contexts }),
  };
  return {
    ...slot,
    call: { ...call, shown: merge(call.shown, event.answerIds) },
    seen: merge(slot.seen, event.answerIds),
    ...(event.checked && { told: event.checked }),
    notesUpTo: event.noteIds?.length ? event.seq : slot.notesUpTo,
    pendingSteers: slot.pendingSteers.filter((steer) => !seqs.has(steer.seq)),
    items: [...slot.items, item],
  };
}

/** The ids known so far with the new ones: of each slot only the version named last, at its new place. */
export function merge(known: AnswerId[], fresh: AnswerId[]): AnswerId[] {
  const letters = new Set(fresh.map(letterOf));
  return [...known.filter((id) => !letters.has(letterOf(id))), ...fresh];
}

function letterOf(answerId: AnswerId): Slot {
  return answerId.slice(0, answerId.lastIndexOf('.'));
}

function withDelta(items: SlotItem[], event: EventStamp & AgentDelta): SlotItem[] {
  const last = items.at(-1);
  const copy = items.slice();
  if (last?.kind === event.kind && last.callId === event.callId) {
    const longer = { ...last, text: last.text + event.text };
    copy[copy.length - 1] = longer.kind === 'reasoning' ? { ...longer, endedAt: event.at } : longer;
    return copy;
  }
  const { callId, text, at } = event;
  copy.push(
    event.kind === 'text'
      ? { kind: 'text', callId, text, abandoned: false }
      : { kind: 'reasoning', callId, text, abandoned: false, startedAt: at, endedAt: at },
  );
  return copy;
}
