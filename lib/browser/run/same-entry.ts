import type { SlotEntry } from './slot-entries';

/** True when two rows show the same: entries are made anew at every update, what they hold is shared. */
export function sameEntry(a: SlotEntry, b: SlotEntry): boolean {
  const left = Object.entries(a);
  const right = b as unknown as Record<string, unknown>;
  return left.length === Object.keys(b).length && left.every(([key, value]) => sameValue(value, right[key]));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => Object.is(item, b[index]));
  return Object.is(a, b);
}
