import { buildRequest } from '../prompt/build-request';
import type { Condensation, Piece } from './condensation';
import type { Condensed } from './condensed';
import { cutPoints } from './cut-text';
import { earlierMessages } from './earlier-messages';
import type { FitInput } from './fit-input';
import { renderingBy } from './rendering';
import { shortReferences } from './short-references';

const MOST_NAMED = 20;

/** What of the slot's next request this condensation shortens, for people. */
export function describeCondensation(
  { state, slot, history, references }: Pick<FitInput, 'state' | 'slot' | 'history' | 'references'>,
  condensation: Condensation,
): Pick<Condensed, 'turns' | 'cut' | 'more'> {
  const { caps, summary, withoutContexts = [], readMore } = condensation;
  const cut = new Map<string, Condensed['cut'][number]>();
  const note = (piece: Piece) => {
    const cap = caps[piece.kind];
    const points = cap === undefined ? null : cutPoints(piece.text, cap, piece, readMore !== null);
    const what = piece.source ? `${piece.name}|${piece.source}` : `${piece.name}|${cut.size}`;
    if (!points || cut.has(what)) return;
    const kept = points.head === 0 ? 0 : points.head + piece.text.length - points.tail;
    cut.set(what, { what: piece.name, characters: piece.text.length, kept });
  };
  const rendering = renderingBy(condensation, state.summaries ?? []);
  const shorten = (piece: Piece) => {
    note(piece);
    return rendering.shorten(piece);
  };
  const noting = { ...rendering, shorten };
  buildRequest(state, slot, history, noting);
  const short = shortReferences(references, noting);
  const files = [
    ...history.slice(summary?.messages ?? 0).flatMap(({ attachments = [] }) => attachments),
    ...state.attachments,
  ];
  for (const attachment of files) short.partsOf(attachment);
  for (const hash of withoutContexts)
    cut.set(hash, { what: 'work that others share', characters: references.textOf(hash).length, kept: 0 });
  const all = [...cut.values()].sort((a, b) => b.characters - b.kept - (a.characters - a.kept));
  const turns = summary && earlierMessages(history)[summary.messages - 1]?.turn;
  return {
    ...(turns !== undefined && { turns }),
    cut: all.slice(0, MOST_NAMED),
    ...(all.length > MOST_NAMED && { more: all.length - MOST_NAMED }),
  };
}
