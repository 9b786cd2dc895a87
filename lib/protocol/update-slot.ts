import type { RunState, SlotState } from './state';
import type { Slot } from './team';

/** The state with one slot changed, or one helper; unchanged when there is none of that name. */
export function updateSlot(state: RunState, slot: Slot, change: (before: SlotState) => SlotState): RunState {
  const slots = withChanged(state.slots, slot, change);
  if (slots) return { ...state, slots };
  const helpers = withChanged(state.helpers ?? [], slot, change);
  return helpers ? { ...state, helpers } : state;
}

function withChanged(from: SlotState[], slot: Slot, change: (before: SlotState) => SlotState): SlotState[] | undefined {
  const index = from.findIndex((candidate) => candidate.slot === slot);
  const before = from[index];
  return before && from.with(index, change(before));
}

/** The state with every slot changed, helpers included. */
export function updateAll(state: RunState, change: (before: SlotState) => SlotState): RunState {
  const { helpers } = state;
  return { ...state, slots: state.slots.map(change), ...(helpers && { helpers: helpers.map(change) }) };
}

/** The slots of the team and whoever else was asked. */
export function allSlots({ slots, helpers }: Pick<RunState, 'slots' | 'helpers'>): SlotState[] {
  return helpers ? [...slots, ...helpers] : slots;
}

/** The slot or helper, or `undefined` when there is none of that name. */
export function slotOf(state: RunState, slot: Slot): SlotState | undefined {
  const isMeant = (candidate: SlotState) => candidate.slot === slot;
  return state.slots.find(isMeant) ?? state.helpers?.find(isMeant);
}
