import type { Reader } from '@/lib/engine/reader';
import { CHARACTERS_PER_TOKEN, SAFE_CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import type { SharedContext } from '@/lib/protocol/context-event';
import type { SharingTerms } from '@/lib/protocol/sharing';
import type { Slot } from '@/lib/protocol/team';

interface Given {
  /** What the reader was given before. */
  pushed: SharedContext[];
  /** What its next request holds newly so far. */
  found: SharedContext[];
  /** How many peers’ contexts are still to come with it, this one included. */
  waiting: number;
}

/**
 * Tokens that one more context may take: what a peer may have, its part of what is left for all peers of the run, and its part of what the
 * reader's window has room for, whichever is least. Peers that have not been heard yet keep their part, so that the last one is not left
 * with nothing.
 */
export function readingBudget(
  terms: SharingTerms,
  reader: Reader,
  peer: Slot,
  { pushed, found, waiting }: Given,
): number {
  const given = [...pushed, ...found].filter(({ kind }) => kind === 'peer');
  const unheard = terms.peers.filter((slot) => slot !== peer && !given.some(({ from }) => from === slot));
  const part = Math.floor((terms.maxTokensTotal - sum(given)) / (unheard.length + 1));
  const room = Math.floor(windowRoom(reader, found) / waiting);
  return Math.max(0, Math.min(terms.maxTokensPerPeer, part, room));
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
