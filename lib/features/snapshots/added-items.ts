import { isDeepStrictEqual } from 'node:util';
import type { Context, ContextItem } from '@/lib/context-sharing/context';

type Work = Pick<Context, 'runId' | 'slot' | 'items'>;

/** What a slot has done since; of another slot or turn nothing counts as done before. */
export function addedItems(before: Work, after: Work): ContextItem[] {
  if (before.runId !== after.runId || before.slot !== after.slot) return after.items;
  const first = after.items.findIndex((item, index) => !isDeepStrictEqual(item, before.items[index]));
  return first === -1 ? [] : after.items.slice(first);
}
