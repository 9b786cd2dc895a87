import { isJsonObject } from '../tools/json-object';

/** In the place of a value in a step's arguments: what is taken from the chain's input, or from the result of an earlier step. */
export interface Reference {
  /** `input`, or the number of a step, from 1. */
  $from: string;
  /** JSON pointer (RFC 6901); empty = all of it. */
  pointer: string;
}

/** A value with the place at which it stands, as a JSON pointer. */
export interface Placed<T> {
  at: string;
  value: T;
}

/** What stands under a pointer, which may be nothing. */
export type Found = { value: unknown } | null;

/** `null` = it is no reference. One that is wrong is a reference all the same. */
export function referenceIn(value: unknown): { from: unknown; pointer: unknown; others: string[] } | null {
  if (!isJsonObject(value) || !Object.hasOwn(value, '$from')) return null;
  const { $from: from, pointer = '', ...others } = value;
  return { from, pointer, others: Object.keys(others) };
}

/** The references in some arguments, in order. */
export function referencesIn(value: unknown, at = ''): Placed<NonNullable<ReturnType<typeof referenceIn>>>[] {
  const reference = referenceIn(value);
  if (reference) return [{ at, value: reference }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => referencesIn(inner, `${at}/${escaped(key)}`));
}

/** The arguments with each reference replaced by what it names, unchanged. Throws an Error that says what is missing. */
export function resolveArguments(value: unknown, find: (reference: Reference) => Found): unknown {
  const reference = referenceIn(value);
  if (reference) {
    const given = { $from: String(reference.from), pointer: String(reference.pointer) };
    const found = find(given);
    if (found) return found.value;
    const source = given.$from === 'input' ? 'The input' : `Step ${given.$from}`;
    throw new Error(`${source} gives nothing at “${given.pointer}”.`);
  }
  if (Array.isArray(value)) return value.map((inner) => resolveArguments(inner, find));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolveArguments(inner, find)]));
}

/** What stands in a document under a JSON pointer. */
export function atPointer(document: unknown, pointer: string): Found {
  if (pointer === '') return { value: document };
  let at = document;
  for (const part of pointer.slice(1).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return null;
    if (Array.isArray(at) && !/^(?:0|[1-9]\d*)$/.test(key)) return null;
    at = (at as Record<string, unknown>)[key];
  }
  return { value: at };
}

/** Whether a text is a JSON pointer. */
export function isPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/.test(text);
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
