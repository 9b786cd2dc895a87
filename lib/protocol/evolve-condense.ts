import type { EventStamp } from './event';
import type { ContextCondensed, HistorySummarised } from './fit/condense-event';
import type { RunState, SlotItem } from './state';
import { updateSlot } from './update-slot';

/** How requests are made to fit. */
export function evolveCondense(state: RunState, event: EventStamp & (ContextCondensed | HistorySummarised)): RunState {
  if (event.type === 'history.summarised') {
    const { messages, turns, characters, text } = event;
    return { ...state, summaries: [...(state.summaries ?? []), { messages, turns, characters, text }] };
  }
  const { callId, rendering, window, windowFrom, tokensBefore, tokens, turns, cut, more } = event;
  return updateSlot(state, event.slot, (slot) => {
    if (slot.call?.callId !== callId) return slot;
    const item: SlotItem = {
      kind: 'condensed',
      callId,
      window,
      windowFrom,
      tokensBefore,
      tokens,
      ...(turns !== undefined && { turns }),
      cut,
      ...(more !== undefined && { more }),
    };
    // A summary may have been made, and paid for, in this call: the request itself is still to come.
    return { ...slot, call: { ...slot.call, condensed: rendering, request: 'due' }, items: [...slot.items, item] };
  });
}
