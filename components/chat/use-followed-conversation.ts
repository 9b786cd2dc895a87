import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { api } from '@/lib/browser/api/api';
import { useConversation } from '@/lib/browser/conversation/use-conversations';
import type { TranscriptTurn } from '@/lib/browser/run/turn';

interface FollowedConversation {
  conversationId: string;
  turns: TranscriptTurn[];
  /** The page shows a run that goes on or waits. */
  known: boolean;
}

/** Takes the server's word when something has happened here in another tab, on another device or by somebody else; says that it was read. */
export function useFollowedConversation({ conversationId, turns, known }: FollowedConversation): void {
  const router = useRouter();
  const listed = useConversation(conversationId);
  const runs = listed?.running ?? false;
  const leaf = listed?.activeLeafId;

  // Somebody else has asked something here, or everything that went on here is over.
  const stale = runs ? !known : known;
  const asked = useRef(false);
  useEffect(() => {
    if (runs) asked.current = true;
    if (stale && asked.current) router.refresh();
  }, [stale, runs, router]);

  // Another branch is shown, or this one has grown; of a quick run that was asked elsewhere it is all that there is to see. It is compared
  // with what the page shows, not with what the list said before: the list may have heard of it before this part of the page was alive.
  const askedFor = useRef<string | null>(null);
  const isShown = turns.some(({ messageId, answerMessageId }) => answerMessageId === leaf || messageId === leaf);
  useEffect(() => {
    if (!leaf || isShown || askedFor.current === leaf) return;
    askedFor.current = leaf;
    router.refresh();
  }, [leaf, isShown, router]);

  const unread = listed?.unread ?? false;
  useEffect(() => {
    if (!unread) return;
    const read = () => {
      if (document.visibilityState !== 'visible') return;
      // Unread is what it stays when this fails, until the page is seen again.
      api('PATCH', `/conversations/${conversationId}`, { read: true }).catch(() => {});
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [unread, conversationId]);
}
