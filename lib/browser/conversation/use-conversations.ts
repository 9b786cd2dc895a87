import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { conversationsStore, takeListEvent } from './conversations-store';
import { tellFinished } from './finished-notices';
import { hearListEvents, type ListEvent } from './list-events';
import { takePresence } from './presence-store';
import { CONVERSATION_PAGE, type ConversationItem, type ConversationPages } from './read-conversations';

/** The person's conversations, pinned ones first, then the last used; kept as the server has them by its events. */
export function useConversations(initial: ConversationItem[]): ConversationPages {
  const known = useSyncExternalStore(conversationsStore.subscribe, conversationsStore.get, () => null);
  const first = useMemo(() => ({ items: initial, more: initial.length >= CONVERSATION_PAGE }), [initial]);
  useEffect(() => conversationsStore.seed(initial), [initial]);
  return known ?? first;
}

/** One conversation of the list, as far as anything is known of it in this page. */
export function useConversation(id: string): ConversationItem | undefined {
  return useSyncExternalStore(
    conversationsStore.subscribe,
    () => conversationsStore.find(id),
    () => undefined,
  );
}

/** Follows the server's events for as long as the page is there; what finishes out of sight is told. To be used once in a page. */
export function useListEvents(): void {
  useEffect(() => {
    const end = new AbortController();
    const take = (event: ListEvent) => {
      if (event.type === 'stream.opened' || event.type === 'presence.changed') return takePresence(event);
      const before = event.type === 'conversation.changed' ? conversationsStore.find(event.conversation.id) : undefined;
      takeListEvent(event);
      if (event.type === 'conversation.changed') tellFinished(before, event.conversation);
    };
    hearListEvents(take, end.signal);
    return () => end.abort();
  }, []);
}
