import type { Audience } from '@/lib/protocol/projection/audience';
import type { NameOf } from '@/lib/protocol/projection/named-by';
import { projector } from '@/lib/protocol/projection/projector';
import type { CommittedBatch } from './run-bus';

/** Sent after the terminal event; the stream closes behind it. */
export const END_FRAME = Buffer.from('event: end\ndata: {}\n\n');
/** A comment that keeps proxies from closing a silent connection. */
export const PING_FRAME = Buffer.from(': ping\n\n');

interface Encoded {
  audience: Audience;
  frames: Uint8Array;
}

/** Of the batch that was asked for last: all viewers of a run are told of one before they are of the next. */
const last = { batch: null as CommittedBatch | null, encoded: [] as Encoded[] };

const AS_STORED = { showLine: (line: string): string | null => line };

/** The batch as SSE frames, encoded once for all viewers of an audience. */
export function framesOf(batch: CommittedBatch, audience: Audience, nameOf?: NameOf): Uint8Array {
  if (last.batch !== batch) {
    last.batch = batch;
    last.encoded = [];
  }
  for (const known of last.encoded) if (known.audience === audience) return known.frames;
  const frames = encodeFrames(batch, batch.firstSeq, audience, nameOf);
  last.encoded.push({ audience, frames });
  return frames;
}

/** Frames of what the audience may see of the NDJSON `events`, whose first line has `firstSeq`; lines before `from` and behind `upTo` are left out. */
export function encodeFrames(
  { events, firstSeq, isWhole }: Pick<CommittedBatch, 'events' | 'firstSeq' | 'isWhole'>,
  from: number,
  audience: Audience,
  nameOf?: NameOf,
  upTo = Number.POSITIVE_INFINITY,
): Uint8Array {
  const { showLine } = isWhole && audience === 'member' ? AS_STORED : projector(audience, nameOf);
  let frames = '';
  let seq = firstSeq;
  for (let start = 0; start < events.length && seq <= upTo; seq++) {
    const end = events.indexOf('\n', start);
    const shown = seq >= from ? showLine(events.slice(start, end)) : null;
    if (shown !== null) frames += `id: ${seq}\ndata: ${shown}\n\n`;
    start = end + 1;
  }
  return Buffer.from(frames);
}
