import { estimatedUsage } from '@/lib/protocol/budget';
import type { UsageReported } from '@/lib/protocol/event';
import type { RunState } from '@/lib/protocol/state';
import type { Slot } from '@/lib/protocol/team';
import { allSlots } from '@/lib/protocol/update-slot';
import type { ActiveCall } from './active-call';
import { charactersOf } from './request-size';

/** What the requests in flight of these slots, all by default, have used and nobody will tell any more. */
export function unmeteredUsage(
  state: RunState,
  calls: ReadonlyMap<string, ActiveCall>,
  slots?: Slot[],
): UsageReported[] {
  return allSlots(state).flatMap(({ slot, call }) => {
    if (!call || (slots && !slots.includes(slot))) return [];
    const sent = calls.get(call.callId)?.sent;
    const usage = estimatedUsage(state, slot, sent ? charactersOf(sent.messages, sent.request.tools) : 0);
    return usage ? [usage] : [];
  });
}
