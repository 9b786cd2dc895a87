import type { RunState, SlotState } from './state';
import type { Slot } from './team';

/** The state with one slot changed; unchanged when the team has no such slot. */
export function updateSlot(state: RunState, slot: Slot, change: (before: SlotState) => SlotState): RunState {
  const index = state.slots.findIndex((candidate) => candidate.slot === slot);
  const before = state.slots[index];
  if (!before) return state;
  const slots = state.slots.slice();
  slots[index] = change(before);
  return { ...state, slots };
}

/** The slot, or `undefined` when the team has none of that letter. */
export function slotOf(state: RunState, slot: Slot): SlotState | undefined {
  return state.slots.find((candidate) => candidate.slot === slot);
}
