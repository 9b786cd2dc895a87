import { backoffMs } from '@/lib/browser/api/backoff';
import { createSseParser } from '@/lib/browser/api/sse-parser';
import { waitToReconnect } from '@/lib/browser/api/wait-to-reconnect';
import type { RunEvent } from '@/lib/protocol/event';

/** `refused` = the server will not give this run to us (signed out, no access): trying again cannot help. */
export type Connection = 'connecting' | 'live' | 'reconnecting' | 'ended' | 'refused';

export interface FollowOptions {
  runId: string;
  /** `seq` of the last event already known; 0 = from the start. */
  after: number;
  /** Events in order, without gap or repeat. */
  onEvents: (events: RunEvent[]) => void;
  onConnection: (connection: Connection) => void;
  signal: AbortSignal;
  fetch?: typeof fetch;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The server sends a comment at least every 15 s; a longer silence is a dead connection that nobody reported. */
const SILENCE_MS = 40_000;

class LogGap extends Error {}

/**
 * Reads a run's events until its end, across dropped connections and server restarts: it reconnects with back-off from the
 * last good event, also when a `seq` is missing. Resolves at the end of the log, when refused, or when aborted.
 */
export async function followRun(options: FollowOptions): Promise<void> {
  const { runId, onEvents, onConnection, signal } = options;
  const request = options.fetch ?? fetch;
  const wait = options.wait ?? waitToReconnect;
  let last = options.after;
  let attempt = 0;

  /** Reads one connection; true = the log is at its end. */
  async function readOnce(): Promise<boolean | 'refused'> {
    const connection = new AbortController();
    const abort = () => connection.abort();
    signal.addEventListener('abort', abort, { once: true });
    let silence = setTimeout(abort, SILENCE_MS);
    try {
      const headers: Record<string, string> = { accept: 'text/event-stream' };
      if (last > 0) headers['last-event-id'] = String(last);
      const response = await request(`/api/v1/runs/${runId}/events?after=${last}`, {
        headers,
        signal: connection.signal,
        cache: 'no-store',
      });
      if (response.status === 401 || response.status === 403 || response.status === 404) return 'refused';
      if (!response.ok || !response.body) throw new Error(`The event stream answered ${response.status}.`);
      onConnection('live');
      const parse = createSseParser();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return false;
        clearTimeout(silence);
        silence = setTimeout(abort, SILENCE_MS);
        const { events, ended } = take(parse(value));
        if (events.length > 0) {
          attempt = 0;
          onEvents(events);
        }
        if (ended) return true;
      }
    } finally {
      clearTimeout(silence);
      signal.removeEventListener('abort', abort);
      connection.abort();
    }
  }

  function take(frames: ReturnType<ReturnType<typeof createSseParser>>): { events: RunEvent[]; ended: boolean } {
    const events: RunEvent[] = [];
    for (const frame of frames) {
      if (frame.event === 'end') return { events, ended: true };
      const event = JSON.parse(frame.data) as RunEvent;
      if (event.seq <= last) continue;
      if (event.seq !== last + 1) {
        // What came before the hole is good; the next connection starts after it.
        if (events.length > 0) onEvents(events);
        throw new LogGap(`Event ${last + 1} is missing.`);
      }
      last = event.seq;
      events.push(event);
    }
    return { events, ended: false };
  }

  onConnection('connecting');
  while (!signal.aborted) {
    try {
      const result = await readOnce();
      if (result) return onConnection(result === 'refused' ? 'refused' : 'ended');
    } catch {
      // Every failure of a connection has one remedy: connect again after the last good event.
    }
    if (signal.aborted) return;
    onConnection('reconnecting');
    await wait(backoffMs(attempt++, Math.random()), signal);
  }
}
