import { DEEPEST } from './limits';

/** What a number, a key or a bracket weighs beside the characters of texts: handing them to a thread costs more than their text. */
const NODE_WEIGHT = 16;

/** Whether a JSON value is small and flat enough to be handed to a thread. Looks at no more of it than the limit allows. */
export function fitsIn(value: unknown, most: number): boolean {
  return weigh(value, most, 0) >= 0;
}

/** What is left of the room; below zero it does not fit. */
function weigh(value: unknown, room: number, depth: number): number {
  if (depth > DEEPEST) return -1;
  const left = room - NODE_WEIGHT;
  if (left < 0) return left;
  switch (typeof value) {
    case 'string':
      return left - value.length;
    case 'object':
      return value === null ? left : weighParts(value, left, depth);
    case 'function':
    case 'symbol':
    case 'bigint':
      // None of them is JSON.
      return -1;
    default:
      return left;
  }
}

function weighParts(value: object, room: number, depth: number): number {
  let left = room;
  if (Array.isArray(value)) {
    for (const item of value) {
      left = weigh(item, left, depth + 1);
      if (left < 0) return left;
    }
    return left;
  }
  for (const key in value) {
    left = weigh((value as Record<string, unknown>)[key], left - key.length, depth + 1);
    if (left < 0) return left;
  }
  return left;
}
