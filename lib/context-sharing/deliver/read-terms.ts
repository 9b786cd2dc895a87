import type { Reader } from '@/lib/engine/reader';
import { CHARACTERS_PER_TOKEN } from '@/lib/protocol/constants';
import { type SharingTerms, sharingTerms } from '@/lib/protocol/sharing';
import type { RunState } from '@/lib/protocol/state';
import { windowRoom } from './reading-budget';

/** On what terms a reader that asks gets a part of a peer's context; what it is given unasked counts apart. */
export function readTerms(
  state: RunState,
  reader: Reader,
): { terms: SharingTerms; maxTokens: number; charactersPerToken: number } {
  const terms = sharingTerms(state.team, reader.slot);
  if (!terms) throw new Error(`Slot ${reader.slot} reads contexts in a team that does not share.`);
  const maxTokens = Math.min(terms.maxTokensPerPeer, windowRoom(reader, []));
  return { terms, maxTokens, charactersPerToken: CHARACTERS_PER_TOKEN };
}
