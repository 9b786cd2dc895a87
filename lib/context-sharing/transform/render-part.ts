import type { Context } from '@/lib/context-sharing/context';
import type { FileDiff } from '@/lib/context-sharing/files/file-diff';
import type { ContextForm } from '@/lib/protocol/context-event';
import type { ContextPart, Slot } from '@/lib/protocol/team';
import { compose } from './compose';
import { elementsOf } from './elements-of';
import { type Budget, measured, type Transformed } from './transformed';
import { peerFrame } from './wrap';

export interface PartOptions extends Budget {
  /** Who asks: notes for others are left out. */
  reader: Slot;
  diffs: FileDiff[];
  form: ContextForm;
  /** What of its peers the reader may see. */
  include: ContextPart[];
  topic: string | null;
}

/**
 * A part of a peer's context, as the tool `get_peer_context` gives it: from the beginning of the run, with what answers and notes say.
 * Of a single part, `items` is 0: the rest may still be new to the reader.
 */
export function renderPart(context: Context, part: ContextPart | 'all', options: PartOptions): Transformed {
  const { reader, include, topic } = options;
  const parts = part === 'all' ? include : include.filter((candidate) => candidate === part);
  if (parts.length === 0) return measured(`Agent ${context.slot} does not share this with you: ${part}.`, options);
  const items = context.items.filter((item) => item.kind !== 'note' || item.to === null || item.to.includes(reader));
  const elements = elementsOf({
    ...options,
    context: { ...context, items },
    seen: 0,
    include: parts,
    answers: 'whole',
    notes: 'whole',
  });
  const all = part === 'all' ? context.items.length : 0;
  if (elements.length === 0) {
    const what = part === 'all' ? 'nothing to show' : `nothing to show under “${part}”`;
    return { ...measured(`Agent ${context.slot} has ${what} yet.`, options), items: all };
  }
  const composed = compose({
    frame: peerFrame(
      context,
      (author) => `What ${author} has done up to now follows${part === 'all' ? '' : `: ${part}`}.`,
    ),
    elements,
    byTopic: topic !== null,
    budget: options,
    more: {
      words: part === 'all' && parts.length > 1 ? 'Ask for a single part to see more of it.' : '',
      always: false,
    },
  });
  if (composed.text !== '') return { ...composed, items: all };
  return {
    ...measured(`Nothing of this fits into what you may still be given: ${composed.cut}.`, options),
    cut: composed.cut,
  };
}
