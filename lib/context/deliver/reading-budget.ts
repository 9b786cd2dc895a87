import type { Reader } from '@/lib/engine/context-source';
import { CHARACTERS_PER_TOKEN, SAFE_CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import type { SharedContext } from '@/lib/protocol/context-event';
import type { SharingTerms } from '@/lib/protocol/sharing';

interface Given {
  /** What the reader was given before. */
  pushed: SharedContext[];
  /** What its next request holds newly so far. */
  found: SharedContext[];
  /** How many peers’ contexts are still to come with it, this one included. */
  waiting: number;
}

/**
 * Tokens that one more context may take: what a peer may have, what is left for all peers of the run, and what the reader's window has
 * room for, whichever is least; those who come with the same request have alike of what is left.
 */
export function readingBudget(terms: SharingTerms, reader: Reader, { pushed, found, waiting }: Given): number {
  const spent = sum([...pushed, ...found].filter(({ kind }) => kind === 'peer'));
  const left = Math.min(terms.maxTokensTotal - spent, windowRoom(reader, found));
  return Math.max(0, Math.min(terms.maxTokensPerPeer, Math.floor(left / waiting)));
}

/** Tokens of contexts for which the reader's window has room: all that are new in a request have half of what the rest of it leaves. */
export function windowRoom({ abilities: { contextWindow }, requestTokens }: Reader, found: SharedContext[]): number {
  if (contextWindow === null) return Number.POSITIVE_INFINITY;
  const half = (contextWindow - requestTokens) / 2;
  return Math.max(0, Math.floor(half * (SAFE_CHARACTERS_PER_TOKEN / CHARACTERS_PER_TOKEN)) - sum(found));
}

function sum(contexts: SharedContext[]): number {
  return contexts.reduce((total, { tokens }) => total + tokens, 0);
}
