import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { otherTabs } from '@/lib/browser/ui/other-tabs';
import { checkConversations, conversationsStore, refreshConversations } from './conversations-store';
import { CONVERSATION_PAGE, type ConversationItem, type ConversationPages } from './read-conversations';

const NONE: ConversationItem[] = [];
const POLL_MS = 3000;
const IDLE_POLL_MS = 10_000;

/**
 * The person's conversations, newest first: asked for again on focus, when another tab has changed them, and every few seconds while one
 * of them runs; while none does, a page that is seen looks now and then whether another device has asked something.
 * @param initial the server's list, `null` where only the browser's is wanted
 */
export function useConversations(initial: ConversationItem[] | null): ConversationPages {
  const known = useSyncExternalStore(conversationsStore.subscribe, conversationsStore.get, () => null);
  const first = useMemo(() => {
    const items = initial ?? NONE;
    return { items, more: items.length >= CONVERSATION_PAGE };
  }, [initial]);
  const shown = known ?? first;
  useEffect(() => {
    if (initial) conversationsStore.seed(initial);
  }, [initial]);
  const running = shown.items.some((item) => item.running);

  useEffect(() => {
    const refresh = () => document.visibilityState === 'visible' && void refreshConversations();
    window.addEventListener('focus', refresh);
    document.addEventListener('visibilitychange', refresh);
    const deafen = otherTabs.listen(refresh);
    const check = () => document.visibilityState === 'visible' && void checkConversations();
    const timer = running ? setInterval(refresh, POLL_MS) : setInterval(check, IDLE_POLL_MS);
    return () => {
      window.removeEventListener('focus', refresh);
      document.removeEventListener('visibilitychange', refresh);
      deafen();
      clearInterval(timer);
    };
  }, [running]);
  return shown;
}
