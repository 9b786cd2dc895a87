import type { Reader } from '@/lib/engine/reader';
import type { RunState } from '@/lib/protocol/state';
import type { SlotCapture } from '../capture/slot-capture';
import type { Context } from '../context';
import type { ContextStore } from '../store/context-store';
import { renderFile } from '../transform/render-file';
import type { PeerRead } from './peer-read';
import { peerReceipt } from './peer-receipt';
import { readTerms } from './read-terms';
import { readerForm } from './reader-form';

const MAX_NAMED = 40;

/** A file as of a peer's newest snapshot. Throws `ContextDamagedError`. */
export async function readPeerFile(
  store: ContextStore,
  peer: SlotCapture,
  state: RunState,
  reader: Reader,
  path: string,
  fromLine: number,
): Promise<PeerRead> {
  const began = performance.now();
  const context = await peer.latest();
  const file = context?.files.find((candidate) => candidate.path === path);
  if (!context || !file) return { text: noSuchFile(peer.slot, context), isError: true, context: null };
  if (file.kind === 'tooLarge' || file.hash === null)
    return { text: `The file is too large to be shared: ${file.bytes} bytes.`, isError: true, context: null };
  if (file.kind === 'link') return { text: 'This is a link, which is not followed.', isError: true, context: null };
  const content = await store.blob(file.hash, context.id);
  const { terms: _, ...budget } = readTerms(state, reader);
  const made = renderFile({ context, path, content, fromLine, ...budget });
  return { text: made.text, isError: false, context: peerReceipt(context, readerForm(reader, context), made, began) };
}

/** Names what there is: paths of another agent are data, so each stands as a JSON text on a line of its own. */
function noSuchFile(slot: string, context: Context | null): string {
  const paths = context?.files.map(({ path }) => path) ?? [];
  if (paths.length === 0) return `Agent ${slot} has no files.`;
  const named = paths.slice(0, MAX_NAMED).map((path) => JSON.stringify(path));
  const more = paths.length > MAX_NAMED ? `\n… and ${paths.length - MAX_NAMED} more.` : '';
  return `Agent ${slot} has no such file. It has:\n${named.join('\n')}${more}`;
}
