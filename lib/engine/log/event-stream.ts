import type { LogPage } from '@/db/queries/run-log/read-log';
import { type ByteSink, byteStream } from '@/lib/platform/http/byte-stream';
import type { Audience } from '@/lib/protocol/projection/audience';
import type { NameOf } from '@/lib/protocol/projection/named-by';
import type { CommittedBatch, RunBus } from './run-bus';
import { END_FRAME, encodeFrames, framesOf, PING_FRAME } from './sse-frames';

/** A viewer that takes its data more slowly than this many bytes behind is served from the log instead of from memory. */
const MAX_BUFFERED_BYTES = 256 * 1024;
const PING_MS = 15_000;

export interface EventStreamSource {
  bus: RunBus;
  readLog(runId: string, after: number): Promise<LogPage>;
  /** How long nothing may arrive before the log is read again, for a bus that may lose messages; `null` = never. */
  pollMs: number | null;
  /** The open streams, each as the function that closes it without an end: its reader comes back with its cursor. */
  open: Set<() => void>;
}

/** Who follows a run. */
export interface StreamReader {
  /** Decides what of the log they are sent. */
  audience: Audience;
  /** How the people are called who asked for something; absent = the log's ids are left as they are. */
  nameOf?: NameOf;
  /** Holds their right: calls `hangUp` when it has gone; returns the function that lets go of it. */
  hold(hangUp: () => void): () => void;
}

/** Within the engine and its tests: whoever has the log anyway. */
const MEMBER: StreamReader = { audience: 'member', hold: () => () => {} };

/**
 * The run's log behind `after` as SSE frames: what is stored, then what is committed, without gap or repetition, until the terminal
 * event. `overAt` is the last seq of a run that is over, else `null`. The stream ends without an end when the right that is held has gone.
 */
export function eventStream(
  source: EventStreamSource,
  runId: string,
  after: number,
  overAt: number | null,
  { audience, nameOf, hold }: StreamReader = MEMBER,
): ReadableStream<Uint8Array> {
  let cursor = after;
  /** Highest seq heard of. */
  let latest = after;
  let mustRead = true;
  let reading = false;
  let closed = false;
  let lastHeard = performance.now();
  let sink: ByteSink;
  let timers: NodeJS.Timeout[] = [];
  let unsubscribe = () => {};
  let letGo = () => {};

  function hear(batch: CommittedBatch): void {
    if (closed || batch.lastSeq <= cursor) return;
    lastHeard = performance.now();
    latest = Math.max(latest, batch.lastSeq);
    if (reading || mustRead || batch.firstSeq !== cursor + 1 || !hasRoom()) return void catchUp();
    send(framesOf(batch, audience, nameOf), batch.lastSeq, batch.ended);
  }

  async function catchUp(): Promise<void> {
    if (reading) return;
    reading = true;
    try {
      while (!closed && hasRoom() && (mustRead || latest > cursor)) {
        const heard = latest;
        mustRead = false;
        const recent = source.bus.recentLog(runId, cursor);
        const page = recent ? { ...recent, more: false } : await source.readLog(runId, cursor);
        if (closed) return;
        if (page.lastSeq > 0)
          send(encodeFrames(page, cursor + 1, audience, nameOf), page.lastSeq, isTerminal(page.events));
        else if (latest === heard) latest = cursor;
        mustRead ||= page.more && !closed;
      }
      if (!closed && overAt !== null && cursor >= overAt) end();
    } catch (error) {
      close();
      sink.fail(error);
    } finally {
      reading = false;
    }
  }

  function send(frames: Uint8Array, lastSeq: number, ended: boolean): void {
    // First: writing may call `pull` before it returns, which would read from the log what is being sent.
    cursor = lastSeq;
    // Of what went on this reader may be shown nothing.
    if (frames.length > 0) sink.write(frames);
    if (ended) end();
  }

  function end(): void {
    sink.write(END_FRAME);
    close();
    sink.close();
  }

  function hangUp(): void {
    if (closed) return;
    close();
    sink.close();
  }

  function close(): void {
    closed = true;
    source.open.delete(hangUp);
    unsubscribe();
    letGo();
    for (const timer of timers) clearInterval(timer);
  }

  const hasRoom = () => sink.room > 0;

  return byteStream(
    {
      start(given) {
        sink = given;
        source.open.add(hangUp);
        letGo = hold(hangUp);
        unsubscribe = source.bus.subscribe(runId, hear);
        timers = [setInterval(() => hasRoom() && sink.write(PING_FRAME), PING_MS)];
        const { pollMs } = source;
        if (pollMs !== null)
          timers.push(setInterval(() => performance.now() - lastHeard >= pollMs && reread(), pollMs));
        void catchUp();
      },
      pull: () => {
        if (mustRead || latest > cursor) void catchUp();
      },
      cancel: close,
    },
    MAX_BUFFERED_BYTES,
  );

  function reread(): void {
    mustRead = true;
    void catchUp();
  }
}

const TERMINAL = new Set(['run.finished', 'run.stopped', 'run.failed']);

function isTerminal(events: string): boolean {
  const lastLine = events.slice(events.lastIndexOf('\n', events.length - 2) + 1);
  return TERMINAL.has((JSON.parse(lastLine) as { type: string }).type);
}
