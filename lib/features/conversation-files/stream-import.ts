import 'server-only';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Actor } from '@/lib/platform/auth/actor';
import { getImport } from './get-import';

const LOOK_MS = 500;
/** Nobody waits longer on one connection; who still wants to know asks again. */
const MAX_LOOKS = 2_400;

/** How far an import has come, as server-sent events: one for each change, then `end`. */
export async function streamImport(actor: Actor, importId: string): Promise<ReadableStream<Uint8Array>> {
  const first = await getImport(actor, importId);
  const frames = async function* () {
    let view = first;
    let last = '';
    for (let looks = 0; looks < MAX_LOOKS; looks += 1) {
      const text = JSON.stringify(view);
      if (text !== last) yield `data: ${text}\n\n`;
      last = text;
      if (view.status !== 'running') break;
      await setTimeout(LOOK_MS);
      view = await getImport(actor, importId);
    }
    yield 'event: end\ndata: {}\n\n';
  };
  return Readable.toWeb(Readable.from(frames(), { objectMode: false })) as ReadableStream<Uint8Array>;
}
