'use client';
import { Archive, ArrowLeft, Search } from 'lucide-react';
import { useState } from 'react';
import { conversationsStore } from '@/lib/browser/conversation/conversations-store';
import type { ConversationItem } from '@/lib/browser/conversation/read-conversations';
import { useConversations } from '@/lib/browser/conversation/use-conversations';
import { useFoundConversations } from '@/lib/browser/conversation/use-found-conversations';
import { IconButton } from '../ui/icon-button';
import { IntentLink } from '../ui/intent-link';
import { ConversationRow } from './conversation-row';
import { texts } from './texts';

/** What an empty list says. */
function emptyWords(asked: string, archived: boolean): string {
  if (asked) return texts.noMatch;
  return archived ? texts.nothingArchived : texts.noConversations;
}

/** The conversations, newest first, with a search over all titles and the archived ones behind a button. */
export function ConversationList({ initial }: { initial: ConversationItem[] }) {
  const recent = useConversations(initial);
  const [query, setQuery] = useState('');
  const [archived, setArchived] = useState(false);
  const asked = query.trim();
  const { found, showMore, reload } = useFoundConversations(asked, archived);
  const looking = asked !== '' || archived;

  // Until the server has answered, what is already here is searched.
  const here = recent.items.filter((item) => item.title.toLowerCase().includes(asked.toLowerCase()));
  const items = !looking ? recent.items : (found?.items ?? (archived ? [] : here));
  const more = looking ? (found?.more ?? false) : recent.more;
  const answered = !archived || found !== null;
  return (
    <>
      <div className="mx-2 mt-2 flex flex-none items-center gap-0.5">
        <div className="relative min-w-0 flex-1">
          <Search
            className="icon pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-muted"
            aria-hidden
          />
          <input
            type="search"
            aria-label={archived ? texts.searchArchivedFull : texts.searchFull}
            placeholder={archived ? texts.searchArchived : texts.search}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="h-8 w-full rounded-control border border-transparent bg-transparent pr-2 pl-9 text-sm transition-colors duration-150 hover:bg-hover focus:border-line focus:bg-raised"
          />
        </div>
        {!archived && (
          <IconButton label={texts.archivedConversations} icon={Archive} onClick={() => setArchived(true)} />
        )}
      </div>
      {archived && (
        <button
          type="button"
          title={texts.backToConversations}
          onClick={() => setArchived(false)}
          className="mx-2 mt-1 flex h-8 flex-none items-center gap-2.5 rounded-control px-2.5 text-left font-medium text-sm hover:bg-hover"
        >
          <ArrowLeft className="icon text-muted" aria-hidden />
          {texts.archived}
        </button>
      )}
      <nav
        aria-label={archived ? texts.archivedConversations : texts.conversations}
        className="relative mt-1 min-h-0 flex-1 overflow-y-auto px-2 pb-2"
      >
        {items.length === 0 && answered && (
          <p className="px-2.5 py-2 text-muted text-xs">{emptyWords(asked, archived)}</p>
        )}
        <ul className="flex flex-col gap-px">
          {items.map((item) => (
            <ConversationRow key={item.id} item={item} archived={archived} onChanged={reload} />
          ))}
        </ul>
        {asked !== '' && !archived && (
          <IntentLink
            href={`/search?q=${encodeURIComponent(asked)}`}
            className="mt-1 flex min-h-8 items-center rounded-control px-2.5 py-1 text-accent text-sm hover:bg-hover"
          >
            {texts.searchEverything(asked)}
          </IntentLink>
        )}
        {more && (
          <button
            type="button"
            onClick={() => (looking ? showMore() : void conversationsStore.showMore())}
            className="mt-1 h-8 w-full rounded-control px-2.5 text-left text-muted text-sm hover:bg-hover hover:text-text"
          >
            {texts.showOlder}
          </button>
        )}
      </nav>
    </>
  );
}
