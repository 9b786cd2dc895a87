'use client';
import { type FoundItem, foundAddress } from '@/lib/browser/search/use-search';
import { Button } from '../ui/button';
import { IntentLink } from '../ui/intent-link';
import { PlainText } from '../ui/plain-text';
import { Snippet } from './snippet';
import { texts } from './texts';

interface FoundListProps {
  items: FoundItem[];
  /** Absent = this is all. */
  onMore?: (() => void) | undefined;
}

/** Hits, the best first: which conversation, and the place in it. */
export function FoundList({ items, onMore }: FoundListProps) {
  if (items.length === 0) {
    return (
      <div role="status" className="py-8 text-center">
        <p className="font-medium text-sm">{texts.nothing}</p>
        <p className="mt-1 text-muted text-sm">{texts.nothingHint}</p>
      </div>
    );
  }
  return (
    <>
      <ul aria-label={texts.found} className="flex flex-col">
        {items.map((item) => (
          <li key={item.messageId ?? item.conversationId} className="border-line border-b last:border-b-0">
            <IntentLink
              href={foundAddress(item)}
              className="-mx-2 block rounded-control px-2 py-3 transition-colors duration-150 hover:bg-hover"
            >
              <span className="flex items-baseline gap-3">
                <span dir="auto" className="min-w-0 flex-1 truncate font-medium text-sm">
                  {item.messageId === null ? <Snippet snippet={item.snippet} /> : <PlainText text={item.title} />}
                </span>
                <time dateTime={item.at} className="tabular flex-none text-muted text-xs" suppressHydrationWarning>
                  {new Date(item.at).toLocaleDateString()}
                </time>
              </span>
              <span dir="auto" className="mt-0.5 line-clamp-2 text-muted text-sm">
                {item.messageId === null ? texts.titleHit : <Snippet snippet={item.snippet} />}
              </span>
            </IntentLink>
          </li>
        ))}
      </ul>
      {onMore && (
        <Button look="quiet" className="mt-2" onClick={onMore}>
          {texts.more}
        </Button>
      )}
    </>
  );
}
