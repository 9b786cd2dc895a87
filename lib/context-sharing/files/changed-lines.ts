import { diffArrays } from 'diff';

/** The lines `from` to `to` (without it) of a text became `lines`. */
export interface LineChange {
  from: number;
  to: number;
  lines: string[];
}

/** The search for the shortest difference takes time by their square; these hold up the process for about 20 ms. */
const MAX_EDITS = 400;
const MAX_LINES = 20_000;

/**
 * What has changed between two texts, in order, as lines with their ends (`splitLines`). The same texts give the same, always: where they
 * have too little in common, it is one change, of everything between the first and the last line that differs (`isWhole`).
 */
export function changedLines(before: string[], after: string[]): { changes: LineChange[]; isWhole: boolean } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  if (old.length === 0 && now.length === 0) return { changes: [], isWhole: false };
  const whole = { from: start, to: start + old.length, lines: now };
  if (old.length === 0 || now.length === 0) return { changes: [whole], isWhole: false };
  const isShort = old.length + now.length <= MAX_LINES;
  const parts = isShort ? diffArrays(old, now, { maxEditLength: MAX_EDITS }) : undefined;
  if (!parts) return { changes: [whole], isWhole: true };
  const changes: LineChange[] = [];
  let at = start;
  let open: LineChange | null = null;
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      at += value.length;
      open = null;
      continue;
    }
    if (!open) {
      open = { from: at, to: at, lines: [] };
      changes.push(open);
    }
    if (added) open.lines.push(...value);
    else {
      at += value.length;
      open.to = at;
    }
  }
  return { changes, isWhole: false };
}
