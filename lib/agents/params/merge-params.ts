import type { BackendChoice } from '@/lib/protocol/team';
import { placeParams } from './place-params';

type Fields = Record<string, unknown>;

/** The request body with `fields` and, over them, the agent's params, each at its place; objects are joined, all else is replaced. */
export function mergeParams(body: Fields, fields: Fields, choice: Pick<BackendChoice, 'type' | 'params'>): Fields {
  return join(join(body, fields), placeParams(choice));
}

function join(under: Fields, over: Fields): Fields {
  const joined = { ...under };
  for (const [name, value] of Object.entries(over)) {
    const below = joined[name];
    joined[name] = isObject(below) && isObject(value) ? join(below, value) : value;
  }
  return joined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
