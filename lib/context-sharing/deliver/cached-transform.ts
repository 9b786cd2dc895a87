import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import type { Context } from '../context';
import { type TransformInput, transformContext } from '../transform/transform-context';
import type { Transformed } from '../transform/transformed';

/** Of the process: the same context is read by several, and again after a fault. */
const MAX_KEPT_CHARACTERS = 4_000_000;

const kept = new LRUCache<string, Transformed>({
  maxSize: MAX_KEPT_CHARACTERS,
  sizeCalculation: ({ text }) => Math.max(1, text.length),
});

/** `transformContext`, with what it has made lately kept by snapshot, reader's form and budget. */
export function cachedTransform(
  context: Context,
  terms: Omit<TransformInput, 'context' | 'charactersPerToken'>,
): Transformed {
  const key = createHash('sha256')
    .update(JSON.stringify([context.hash, { ...terms, diffs: terms.diffs.map(({ path, patch }) => [path, patch]) }]))
    .digest('base64url');
  const known = kept.get(key);
  if (known) return known;
  const made = transformContext({ ...terms, context, charactersPerToken: CHARACTERS_PER_TOKEN });
  kept.set(key, made);
  return made;
}
