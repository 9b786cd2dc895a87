import type { RequestMessage } from '../prompt-message';
import type { RunState } from '../state';
import type { Slot } from '../team';
import { slotOf } from '../update-slot';
import { renderItems } from './render-items';

/** What has been delivered to the slot since it had so many items, as its requests say it. */
export function renderNews(state: RunState, slot: Slot, itemsBefore: number): RequestMessage[] {
  const reader = slotOf(state, slot);
  if (!reader) return [];
  const fresh = reader.items.slice(itemsBefore).filter((item) => item.kind === 'delivered');
  return renderItems(state, { ...reader, items: fresh });
}
