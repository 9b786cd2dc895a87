import { useCallback, useEffect, useState } from 'react';
import { type ConversationPages, readConversations } from './read-conversations';

const TYPING_MS = 200;

interface FoundConversations {
  /** `null` until the server has answered, or where nothing is looked for. */
  found: ConversationPages | null;
  showMore: () => void;
  /** Asks again, after one of them was changed. */
  reload: () => void;
}

/** The conversations whose titles hold `asked`, or the archived ones; an empty search among the others is none. */
export function useFoundConversations(asked: string, archived: boolean): FoundConversations {
  const [found, setFound] = useState<ConversationPages | null>(null);
  const [pages, setPages] = useState(1);
  const [asking, setAsking] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts at its first page, with nothing found.
  useEffect(() => {
    setFound(null);
    setPages(1);
  }, [asked, archived]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asking` counts the wishes to ask again.
  useEffect(() => {
    if (!asked && !archived) return;
    let current = true;
    const timer = setTimeout(
      async () => {
        const answer = await readConversations({ archived, q: asked, pages }).catch(() => null);
        if (current && answer) setFound(answer);
      },
      asked ? TYPING_MS : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, archived, pages, asking]);

  return {
    found,
    showMore: useCallback(() => setPages((now) => now + 1), []),
    reload: useCallback(() => setAsking((now) => now + 1), []),
  };
}
