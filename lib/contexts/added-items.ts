import { isDeepStrictEqual } from 'node:util';
import type { ContextItem } from '@/lib/context/context';

/** What stands in `after` behind all that it has in common with `before`: what a slot has done since, or all of it if they are of two turns. */
export function addedItems(before: ContextItem[], after: ContextItem[]): ContextItem[] {
  const differs = after.findIndex((item, index) => !isDeepStrictEqual(item, before[index]));
  return differs === -1 ? [] : after.slice(differs);
}
