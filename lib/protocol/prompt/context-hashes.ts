import type { RunState } from '../state';
import type { Slot } from '../team';
import { slotOf } from '../update-slot';

/** The texts of shared contexts to which the slot's requests refer, by hash. */
export function contextHashes(state: RunState, slot: Slot): string[] {
  const items = slotOf(state, slot)?.items ?? [];
  const hashes = items.flatMap((item) =>
    item.kind === 'delivered' && item.toolCallId === null ? (item.contexts ?? []).map(({ hash }) => hash) : [],
  );
  return [...new Set(hashes)];
}
