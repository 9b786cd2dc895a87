import type { Context, ContextItem } from '@/lib/context-sharing/context';
import type { FileDiff } from '@/lib/context-sharing/files/file-diff';
import type { ContextForm } from '@/lib/protocol/context-event';
import type { ContextPart } from '@/lib/protocol/team';
import { compose } from './compose';
import { elementsOf } from './elements-of';
import type { Budget, Transformed } from './transformed';
import { ownFrame, peerFrame } from './wrap';

export interface TransformInput extends Budget {
  /** The author's. */
  context: Context;
  /** Of the author's items of this run, how many the reader was given before: only later ones are new. */
  seen: number;
  diffs: FileDiff[];
  form: ContextForm;
  include: ContextPart[];
  /** The question, when what has most words in common with it comes first. */
  topic: string | null;
  kind: 'peer' | 'own';
}

const MORE = 'get_peer_context and read_peer_file show more.';

/**
 * A context for its reader: of a peer without what the reader is shown elsewhere, its answers and notes; of the reader itself whole.
 * Pure. Never longer than the budget, except for the reader's own answers, which are never cut; `cut` says so.
 */
export function transformContext(input: TransformInput): Transformed {
  const { context, seen, topic, kind, form } = input;
  const isOwn = kind === 'own';
  const elements = elementsOf({
    ...input,
    answers: isOwn ? 'needed' : 'named',
    notes: isOwn ? 'whole' : 'named',
  });
  const isNews = elements.some(({ what, isReference }) => !isReference && (!isState(what) || mayHaveChanged(input)));
  const nothing = { text: '', bytes: 0, tokens: 0, items: seen, cut: null };
  if (!isNews) return nothing;
  const again = seen > 0 ? ' since you were last shown it' : '';
  const composed = compose({
    frame: isOwn ? ownFrame() : peerFrame(context, (author) => `What ${author} has done${again} follows.`),
    elements,
    byTopic: topic !== null,
    budget: input,
    more: { words: isOwn || form !== 'structured' ? '' : MORE, always: true },
  });
  return { ...composed, items: composed.text === '' ? seen : context.items.length };
}

function isState(what: string): boolean {
  return what === 'file' || what === 'plan';
}

/** Files and the plan stand as they are now. Only a tool changes them, so that without one the reader knows them. */
function mayHaveChanged({ context, seen }: TransformInput): boolean {
  const isTool = ({ kind }: ContextItem) => kind === 'tool';
  return seen === 0 || context.items.slice(seen).some(isTool);
}
