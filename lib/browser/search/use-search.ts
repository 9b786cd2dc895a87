import { useEffect, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';

export interface FoundItem {
  conversationId: string;
  /** `null` = the title was found. */
  messageId: string | null;
  title: string;
  /** HTML with `<mark>`; `snippetParts` reads it. */
  snippet: string;
  at: string;
}

export interface SearchQuery {
  q: string;
  label?: string;
  team?: string;
  from?: string;
  to?: string;
}

interface SearchAnswer {
  items: FoundItem[];
  nextCursor: string | null;
}

interface Search {
  /** `null` = nothing is looked for, or the server has not answered yet. */
  found: SearchAnswer | null;
  problem: string | null;
  showMore: () => void;
}

const TYPING_MS = 150;
const NOTHING: Omit<Search, 'showMore'> = { found: null, problem: null };

/** Looks for words in everything that the person may see, while they type; the last answer stays until the next has come. */
export function useSearch(query: SearchQuery, limit = 20): Search {
  const [result, setResult] = useState(NOTHING);
  const asked = query.q.trim();
  const address = addressOf({ ...query, q: asked }, limit);
  useEffect(() => {
    if (asked === '') return setResult(NOTHING);
    let isCurrent = true;
    const timer = setTimeout(() => {
      api<SearchAnswer>('GET', address).then(
        (found) => isCurrent && setResult({ found, problem: null }),
        (error: unknown) => isCurrent && setResult({ found: null, problem: errorText(error) }),
      );
    }, TYPING_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [asked, address]);
  return {
    ...result,
    showMore() {
      const { found } = result;
      if (!found?.nextCursor) return;
      api<SearchAnswer>('GET', `${address}&cursor=${found.nextCursor}`).then(
        (more) => setResult({ found: { ...more, items: [...found.items, ...more.items] }, problem: null }),
        (error: unknown) => setResult({ found, problem: errorText(error) }),
      );
    },
  };
}

function addressOf(query: SearchQuery, limit: number): string {
  const given = Object.entries({ ...query, limit: String(limit) }).filter(([, value]) => value);
  return `/search?${new URLSearchParams(given)}`;
}

/** Where a hit is. */
export function foundAddress({ conversationId, messageId }: FoundItem): string {
  return messageId === null ? `/c/${conversationId}` : `/c/${conversationId}#${messageId}`;
}
