import { api } from '@/lib/browser/api/api';
import { createListeners } from '@/lib/browser/ui/listeners';
import type { ListEvent, PersonHere } from './list-events';

type PresenceEvent = Extract<ListEvent, { type: 'stream.opened' | 'presence.changed' }>;

const NOBODY: PersonHere[] = [];
const listeners = createListeners();
let streamId: string | null = null;
let people = new Map<string, PersonHere[]>();
/** Random, as far as a browser's tabs have to differ; an address without a certificate has no `randomUUID`. */
const tab = Math.random().toString(36).slice(2);

/** Takes over what the server tells of who is where. */
export function takePresence(event: PresenceEvent): void {
  if (event.type === 'presence.changed') people = new Map(people).set(event.conversationId, event.people);
  // The new stream tells anew who is there.
  else if (streamId !== event.streamId) streamId = event.streamId;
  listeners.notify();
}

export const presenceStore = {
  subscribe: listeners.add,
  stream: () => streamId,
  nobody: () => NOBODY,
  /** Who else looks at the conversation. */
  others: (conversationId: string) => people.get(conversationId) ?? NOBODY,
  /** Tells what this tab does there, as long as the server is known to hear it; nothing depends on its arrival. */
  say(conversationId: string, state: 'here' | 'writing' | 'gone'): void {
    if (!streamId) return;
    if (state === 'gone') people.delete(conversationId);
    const body = { stream: streamId, tab, state };
    api('POST', `/conversations/${conversationId}/presence`, body, { asksToSignIn: false, keepalive: true }).catch(
      // Out of reach for a moment: the next stream says it again.
      () => {},
    );
  },
};
