import { type Fields, isFields } from '@/lib/protocol/json';
import { placeParams } from './place-params';
import type { Places } from './places';

/** The request body with `fields` and, over them, the agent's params, each at its place; objects are joined, all else is replaced. */
export function mergeParams(body: Fields, fields: Fields, params: Fields, places: Places): Fields {
  return join(join(body, fields), placeParams(params, places));
}

function join(under: Fields, over: Fields): Fields {
  const joined = { ...under };
  for (const [name, value] of Object.entries(over)) {
    const below = joined[name];
    joined[name] = isFields(below) && isFields(value) ? join(below, value) : value;
  }
  return joined;
}
