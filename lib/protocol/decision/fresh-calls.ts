import type { CallPhase } from '../event';
import type { SlotItem } from '../state';

const FRESH: ReadonlySet<CallPhase> = new Set<CallPhase>(['comparison', 'check', 'ballot', 'judge']);

/** A call that knows nothing of its slot's conversation, and of which that conversation learns nothing. */
export function isFresh(phase: CallPhase): boolean {
  return FRESH.has(phase);
}

/** What belongs to the slot's own conversation. */
export function conversationOf(items: SlotItem[]): SlotItem[] {
  const fresh = new Set(items.flatMap((item) => (item.kind === 'call' && isFresh(item.phase) ? [item.callId] : [])));
  return fresh.size === 0 ? items : items.filter((item) => !('callId' in item && fresh.has(item.callId)));
}
