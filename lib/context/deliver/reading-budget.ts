import type { Reader } from '@/lib/engine/context-source';
import { CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import type { SharedContext } from '@/lib/protocol/context-event';
import type { SharingTerms } from '@/lib/protocol/sharing';

/** For safety where a model's window is near: text of some kinds has fewer characters a token. */
const SAFE_CHARACTERS_PER_TOKEN = 3;

/**
 * Tokens that one more context may take: what a peer may have, what is left for all peers of the run, and what the reader's window has
 * room for, whichever is least.
 */
export function readingBudget(terms: SharingTerms, reader: Reader, pushed: SharedContext[]): number {
  const spent = pushed.reduce((sum, { kind, tokens }) => sum + (kind === 'peer' ? tokens : 0), 0);
  return Math.max(0, Math.min(terms.maxTokensPerPeer, terms.maxTokensTotal - spent, windowRoom(reader)));
}

/** Tokens of contexts for which the reader's window has room: half of what its last request left of it. */
export function windowRoom({ abilities: { contextWindow }, sentCharacters }: Reader): number {
  if (contextWindow === null) return Number.POSITIVE_INFINITY;
  const left = contextWindow - Math.ceil(sentCharacters / SAFE_CHARACTERS_PER_TOKEN);
  return Math.max(0, Math.floor((left / 2) * (SAFE_CHARACTERS_PER_TOKEN / CHARACTERS_PER_TOKEN)));
}
