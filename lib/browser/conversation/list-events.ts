import { backoffMs } from '@/lib/browser/api/backoff';
import { createSseParser } from '@/lib/browser/api/sse-parser';
import { waitToReconnect } from '@/lib/browser/api/wait-to-reconnect';
import type { ConversationItem } from './read-conversations';

/** What changes in the person's list. */
export type ListEvent =
  | { type: 'conversation.changed'; conversation: ConversationItem }
  | { type: 'conversation.removed'; id: string }
  /** Something may have been missed: the list is to be read again. */
  | { type: 'list.stale' }
  /** The id by which this browser says where it is. */
  | { type: 'stream.opened'; streamId: string }
  /** Who else looks at a conversation at which this browser looks. */
  | { type: 'presence.changed'; conversationId: string; people: PersonHere[] };

export interface PersonHere {
  userId: string;
  name: string;
  writing: boolean;
}

/** A tab that has just been opened wants to know by which stream it is heard. */
interface StreamAsked {
  type: 'stream.asked';
}

const CHANNEL = 'massgen-list-events';
const LOCK = 'massgen-list-events';
/** The server sends a comment at least every 15 s; a longer silence is a dead connection that nobody reported. */
const SILENCE_MS = 40_000;

/**
 * Hears of changes of the list until aborted. Of the tabs of a browser one listens to the server and tells the others: a browser opens six
 * connections to a server, and each run that goes on takes one.
 */
export function hearListEvents(hear: (event: ListEvent) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  let opened: ListEvent | null = null;
  channel.onmessage = ({ data }: MessageEvent<ListEvent | StreamAsked>) => {
    if (data.type !== 'stream.asked') hear(data);
    else if (opened) channel.postMessage(opened);
  };
  channel.postMessage({ type: 'stream.asked' } satisfies StreamAsked);
  signal.addEventListener('abort', () => channel.close());
  const follow = () =>
    followServer((event) => {
      if (event.type === 'stream.opened') opened = event;
      hear(event);
      channel.postMessage(event);
    }, signal);
  // Only addresses that are secure have locks; elsewhere each tab listens for itself.
  if (!navigator.locks) void follow();
  else navigator.locks.request(LOCK, { signal }, follow).catch(ignoreAbort);
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
}

async function followServer(hear: (event: ListEvent) => void, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      await readOnce(hear, signal, () => {
        attempt = 0;
      });
    } catch {
      // Every failure of a connection has one remedy: connect again, and read the list anew.
    }
    if (!signal.aborted) await waitToReconnect(backoffMs(attempt, Math.random()), signal);
  }
}

async function readOnce(hear: (event: ListEvent) => void, signal: AbortSignal, onLive: () => void): Promise<void> {
  const connection = new AbortController();
  const abort = () => connection.abort();
  signal.addEventListener('abort', abort, { once: true });
  let silence = setTimeout(abort, SILENCE_MS);
  try {
    const response = await fetch('/api/v1/conversations/events', {
      headers: { accept: 'text/event-stream' },
      signal: connection.signal,
      cache: 'no-store',
    });
    if (!response.ok || !response.body) throw new Error(`The list's events answered ${response.status}.`);
    onLive();
    // What happened before the connection was there.
    hear({ type: 'list.stale' });
    const parse = createSseParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      clearTimeout(silence);
      silence = setTimeout(abort, SILENCE_MS);
      for (const { data } of parse(value)) hear(JSON.parse(data) as ListEvent);
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', abort);
    connection.abort();
  }
}
