import type { Reader } from '@/lib/engine/reader';
import type { RunState } from '@/lib/protocol/state';
import type { ContextPart } from '@/lib/protocol/team';
import type { SlotCapture } from '../capture/slot-capture';
import type { ContextStore } from '../store/context-store';
import { renderPart } from '../transform/render-part';
import { contextDiffs } from './context-diffs';
import type { PeerRead } from './peer-read';
import { peerReceipt } from './peer-receipt';
import { readTerms } from './read-terms';
import { readerForm } from './reader-form';

/** A part of a peer's newest context. Throws `ContextDamagedError`. */
export async function readPeerPart(
  store: ContextStore,
  peer: SlotCapture,
  state: RunState,
  reader: Reader,
  part: ContextPart | 'all',
): Promise<PeerRead> {
  const began = performance.now();
  const context = await peer.latest();
  if (!context) return { text: `Agent ${peer.slot} has nothing to show yet.`, isError: false, context: null };
  const { terms, ...budget } = readTerms(state, reader);
  const form = readerForm(reader, context);
  const needsFiles = (part === 'files' || part === 'all') && terms.include.includes('files');
  const made = renderPart(context, part, {
    ...budget,
    reader: reader.slot,
    diffs: needsFiles ? await contextDiffs(store, context, context.changes) : [],
    form,
    include: terms.include,
    topic: terms.byTopic ? state.input : null,
  });
  return { text: made.text, isError: false, context: peerReceipt(context, form, made, began) };
}
