import { estimateTokens } from '../estimate-tokens';
import { buildRequest } from '../prompt/build-request';
import { fillReferences } from '../prompt/fill-references';
import type { Piece } from './condensation';
import type { FitInput } from './fit-input';
import type { Rendering } from './rendering';
import { requestTokens } from './request-tokens';
import { shortReferences } from './short-references';

export interface Measured {
  /** Tokens of what stands whole in any case; the conversation before this turn is not part of it. */
  fixed: number;
  pieces: (Piece & { tokens: number })[];
  /** Shared contexts, oldest first. */
  contexts: { hash: string; tokens: number }[];
}

/** What the slot's next request consists of. */
export function measureRequest({
  state,
  slot,
  history,
  references,
  readMore,
  offered,
}: Omit<FitInput, 'budget' | 'made'>): Measured {
  const pieces: Measured['pieces'] = [];
  const contexts: Measured['contexts'] = [];
  const measuring: Rendering = {
    isShortened: true,
    shorten(piece) {
      pieces.push({ ...piece, tokens: estimateTokens(piece.text) });
      return '';
    },
    keepsContext({ hash }) {
      contexts.push({ hash, tokens: estimateTokens(references.textOf(hash)) });
      return true;
    },
    summary: null,
    readsOn: readMore !== null,
  };
  const { messages, tools } = buildRequest(state, slot, [], measuring, offered);
  const short = shortReferences(references, measuring);
  // Files of earlier turns count too: the newest of them stay.
  for (const attachment of history.flatMap(({ attachments = [] }) => attachments)) short.partsOf(attachment);
  const fixed = requestTokens(fillReferences(messages, { ...short, textOf: () => '' }), tools);
  return { fixed, pieces, contexts };
}
