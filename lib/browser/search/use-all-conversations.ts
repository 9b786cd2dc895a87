import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';
import type { ConversationItem } from '@/lib/browser/conversation/read-conversations';

interface Answer {
  items: ConversationItem[];
  nextCursor: string | null;
}

const PAGE = '100';

/** All conversations, page by page as they are scrolled to. */
export function useAllConversations(label: string, archived: boolean) {
  const [items, setItems] = useState<ConversationItem[]>([]);
  const [cursor, setCursor] = useState<string | null>('');
  const [problem, setProblem] = useState<string | null>(null);
  const asked = `${archived} ${label}`;
  const current = useRef(asked);
  const reading = useRef<string | null>(null);

  useEffect(() => {
    if (current.current === asked) return;
    current.current = asked;
    reading.current = null;
    setItems([]);
    setCursor('');
  }, [asked]);

  const loadMore = useCallback(() => {
    if (cursor === null || reading.current === cursor) return;
    reading.current = cursor;
    const given = Object.entries({ limit: PAGE, archived: String(archived), label, cursor }).filter(
      ([, value]) => value,
    );
    api<Answer>('GET', `/conversations?${new URLSearchParams(given)}`).then(
      (answer) => {
        if (current.current !== asked) return;
        setItems((before) => [...before, ...answer.items]);
        setCursor(answer.nextCursor);
      },
      (error: unknown) => setProblem(errorText(error)),
    );
  }, [cursor, archived, label, asked]);

  return {
    items,
    isWhole: cursor === null,
    problem,
    loadMore,
    /** Takes some out, after they have gone elsewhere. */
    drop: (ids: Set<string>) => setItems((before) => before.filter(({ id }) => !ids.has(id))),
    change: (ids: Set<string>, changes: Partial<ConversationItem>) =>
      setItems((before) => before.map((item) => (ids.has(item.id) ? { ...item, ...changes } : item))),
  };
}
