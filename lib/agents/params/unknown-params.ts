import { descriptorOf } from '../registry';
import { RESERVED_PARAMS } from './reserved-params';

/** What is odd about one parameter of an agent. */
export type OddParam =
  /** The provider documents none of this name; it is passed on as it is. */
  | { name: string; kind: 'unknown' }
  /** The app writes this field itself, so the parameter has no effect. */
  | { name: string; kind: 'reserved' };

/** The parameters that the backend type's table does not know, and those that cannot have an effect. */
export function unknownParams(type: string, params: Record<string, unknown>): OddParam[] {
  const known = descriptorOf(type)?.params;
  return Object.keys(params).flatMap((name): OddParam[] => {
    if (RESERVED_PARAMS.has(name)) return [{ name, kind: 'reserved' }];
    // A type without a table has a use of its own for them.
    return known && !Object.hasOwn(known, name) ? [{ name, kind: 'unknown' }] : [];
  });
}

/** The names that a backend type's parameters may have, for suggestions. */
export function paramNames(type: string): string[] {
  const { paramNames: all, params } = descriptorOf(type) ?? {};
  return all ?? Object.keys(params ?? {});
}
