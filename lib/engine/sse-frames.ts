import type { CommittedBatch } from './run-bus';

/** Sent after the terminal event; the stream closes behind it. */
export const END_FRAME = Buffer.from('event: end\ndata: {}\n\n');
/** A comment that keeps proxies from closing a silent connection. */
export const PING_FRAME = Buffer.from(': ping\n\n');

const encoded = new WeakMap<CommittedBatch, Uint8Array>();

/** The batch as SSE frames, encoded once for all viewers. */
export function framesOf(batch: CommittedBatch): Uint8Array {
  const known = encoded.get(batch);
  if (known) return known;
  const frames = encodeFrames(batch.events, batch.firstSeq, batch.firstSeq);
  encoded.set(batch, frames);
  return frames;
}

/** Frames of the NDJSON `events`, whose first line has `firstSeq`; lines before `from` are left out. Lines go out byte for byte. */
export function encodeFrames(events: string, firstSeq: number, from: number): Uint8Array {
  let frames = '';
  let seq = firstSeq;
  for (let start = 0; start < events.length; seq++) {
    const end = events.indexOf('\n', start);
    if (seq >= from) frames += `id: ${seq}\ndata: ${events.slice(start, end)}\n\n`;
    start = end + 1;
  }
  return Buffer.from(frames);
}
