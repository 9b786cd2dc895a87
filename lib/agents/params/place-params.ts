import { type Fields, isFields } from '@/lib/protocol/json';
import type { Places } from './places';
import { RESERVED_PARAMS } from './reserved-params';

/**
 * The agent's params as fields of the request: a known name at its place, an unknown one as it is, since providers learn new ones
 * before this table does. What the app itself writes cannot be replaced.
 */
export function placeParams(params: Fields, places: Places): Fields {
  const placed: Fields = {};
  for (const [name, value] of Object.entries(params)) {
    if (RESERVED_PARAMS.has(name) || name === '__proto__') continue;
    const place = Object.hasOwn(places, name) ? (places[name] ?? name).split('.') : [name];
    put(placed, place, value);
  }
  return placed;
}

function put(fields: Fields, [name = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    const below = fields[name];
    // `generationConfig` and `temperature` may both be given.
    fields[name] = isFields(below) && isFields(value) ? { ...below, ...value } : value;
    return;
  }
  const below = fields[name];
  const inner = isFields(below) ? { ...below } : {};
  fields[name] = inner;
  put(inner, rest, value);
}
