import type { ServerResponse } from 'node:http';

const TICK_MS = 4;

interface PacedStream {
  response: ServerResponse;
  /** A frame, or a function of the time at which it is due. */
  frames: (Buffer | ((dueAt: number) => Buffer))[];
  perSecond: number;
  startedAt: number;
  sent: number;
  end(): void;
}

const streams = new Set<PacedStream>();
let timer: NodeJS.Timeout | null = null;

/** Sends the frames on an absolute schedule, all streams on one timer: frame i is due i / perSecond after now. */
export function playFrames(
  response: ServerResponse,
  frames: PacedStream['frames'],
  perSecond: number,
  end: () => void,
): void {
  const stream: PacedStream = { response, frames, perSecond, startedAt: epochMs(), sent: 0, end };
  response.once('close', () => streams.delete(stream));
  streams.add(stream);
  advance(stream, stream.startedAt);
  if (streams.size > 0) timer ??= setInterval(tick, TICK_MS);
}

function tick(): void {
  const now = epochMs();
  for (const stream of streams) advance(stream, now);
  if (streams.size > 0 || !timer) return;
  clearInterval(timer);
  timer = null;
}

function advance(stream: PacedStream, now: number): void {
  const due = Math.min(stream.frames.length, Math.floor(((now - stream.startedAt) * stream.perSecond) / 1000 || 0) + 1);
  const until = stream.perSecond === Number.POSITIVE_INFINITY ? stream.frames.length : due;
  if (until > stream.sent) {
    const bytes = stream.frames.slice(stream.sent, until).map((frame, index) => {
      return typeof frame === 'function'
        ? frame(stream.startedAt + ((stream.sent + index) * 1000) / stream.perSecond)
        : frame;
    });
    stream.response.write(bytes.length === 1 ? bytes[0] : Buffer.concat(bytes));
    stream.sent = until;
  }
  if (stream.sent < stream.frames.length) return;
  streams.delete(stream);
  stream.end();
}

function epochMs(): number {
  return performance.timeOrigin + performance.now();
}
