import type { SharedContext } from '../context-event';
import type { RunState } from '../state';
import type { Slot } from '../team';
import { slotOf } from '../update-slot';
import type { Condensation, HistorySummary, Piece } from './condensation';
import { cutText } from './cut-text';

/** How a request is rendered: what becomes of each part that may be shortened. */
export interface Rendering {
  /** False = every part stays as it is. */
  isShortened: boolean;
  shorten(piece: Piece): string;
  keepsContext(context: SharedContext): boolean;
  /** What stands for the beginning of the conversation. */
  summary: { messages: number; text: string } | null;
  /** `read_more` is offered. */
  readsOn: boolean;
}

/** Everything whole. */
export const WHOLE: Rendering = {
  isShortened: false,
  shorten: ({ text }) => text,
  keepsContext: () => true,
  summary: null,
  readsOn: false,
};

/** As the log says that the requests of the slot's present call are rendered. */
export function renderingOf(state: RunState, slot: Slot): Rendering {
  const condensed = slotOf(state, slot)?.call?.condensed;
  return condensed ? renderingBy(condensed, state.summaries ?? []) : WHOLE;
}

/** Within these bounds; a summary that is not there yet is left out. */
export function renderingBy(condensation: Condensation, summaries: HistorySummary[]): Rendering {
  const { caps, summary, withoutContexts = [] } = condensation;
  const readsOn = condensation.readMore !== null;
  return {
    isShortened: true,
    shorten(piece) {
      const cap = caps[piece.kind];
      return cap === undefined ? piece.text : cutText(piece.text, cap, piece, readsOn);
    },
    keepsContext: ({ hash }) => !withoutContexts.includes(hash),
    summary: summary ? summaryOf(summary, summaries, readsOn) : null,
    readsOn,
  };
}

function summaryOf(
  { messages, tokens }: NonNullable<Condensation['summary']>,
  summaries: HistorySummary[],
  readsOn: boolean,
): Rendering['summary'] {
  const found = summaries.findLast((summary) => summary.messages === messages);
  if (!found) return { messages, text: '' };
  const { turns, characters } = found;
  const which = turns === 1 ? 'Turn 1' : `Turns 1–${turns}`;
  const figure = new Intl.NumberFormat('en').format(characters);
  const reads = readsOn ? ` read_more {"source": "turn 1", "offset": 0} reads a turn whole.` : '';
  const head = `[${which} of this conversation stand here as a summary: their ${figure} characters are too long for your context window.${reads}]`;
  return { messages, text: `${head}\n\n${cutText(found.text, tokens, { name: 'the summary', source: null }, false)}` };
}
