import { isFields } from '../../json';
import { type Relation, together } from './relation';

/** More digits than a JSON number keeps: two different ones may be read as one. */
const LONG_NUMBER = /[\d.]{16}|\de[+-]?\d{3}/i;
const DEEPEST = 50;

/** Reads an object or a list in JSON; `undefined` for anything else, and for what would lose something in the reading. */
export function readJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || LONG_NUMBER.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'))) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Two JSON values, whatever the order of their keys. Texts that differ may still mean the same. */
export function compareJson(a: unknown, b: unknown, depth = 0): Relation {
  if (depth > DEEPEST) return 'unknown';
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return 'different';
    const inOrder = together(a.map((item, index) => compareJson(item, b[index], depth + 1)));
    // Whether the order counts is not known.
    return inOrder === 'different' && hasSameItems(a, b) ? 'unknown' : inOrder;
  }
  if (isFields(a) && isFields(b)) {
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return 'unknown';
    return together(keys.map((key) => compareJson(a[key], b[key], depth + 1)));
  }
  if (a === b) return 'same';
  const areFigures = typeof a === typeof b && (typeof a === 'number' || typeof a === 'boolean');
  return areFigures ? 'different' : 'unknown';
}

function hasSameItems(a: unknown[], b: unknown[]): boolean {
  const [left, right] = [a, b].map((items) => items.map((item) => JSON.stringify(item)).sort());
  return left?.join() === right?.join();
}
