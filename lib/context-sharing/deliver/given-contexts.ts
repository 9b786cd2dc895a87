import type { SharedContext } from '@/lib/protocol/context-event';
import type { RunState } from '@/lib/protocol/state';
import type { Slot } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';

/** What the slot has been given of contexts in this run, oldest first: pushed to it, or as a tool's result. */
export function givenContexts(state: RunState, slot: Slot): { pushed: SharedContext[]; pulled: SharedContext[] } {
  const pushed: SharedContext[] = [];
  const pulled: SharedContext[] = [];
  for (const item of slotOf(state, slot)?.items ?? []) {
    if (item.kind === 'delivered') (item.toolCallId === null ? pushed : pulled).push(...(item.contexts ?? []));
  }
  return { pushed, pulled };
}
