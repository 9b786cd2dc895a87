import { memo } from 'react';
import type { ConversationItem } from '@/lib/browser/conversation/read-conversations';
import { IntentLink } from '../ui/intent-link';
import { PlaceChip } from '../ui/place-chip';
import { PlainText } from '../ui/plain-text';
import { texts } from './texts';

interface AllRowProps {
  item: ConversationItem;
  /** The name of its workspace; null where there is only one. */
  place: string | null;
  isSelected: boolean;
  onToggle: (id: string) => void;
}

/** One conversation of the whole list. Drawn anew when something of it has changed, not whenever somebody scrolls. */
export const AllRow = memo(function AllRow({ item, place, isSelected, onToggle }: AllRowProps) {
  return (
    <div className="flex h-full items-center rounded-control transition-colors duration-150 hover:bg-hover">
      <label className="grid size-11 flex-none cursor-pointer place-items-center">
        <input
          type="checkbox"
          checked={isSelected}
          onChange={() => onToggle(item.id)}
          aria-label={texts.select(item.title)}
          className="size-4 accent-accent"
        />
      </label>
      <IntentLink
        href={`/c/${item.id}`}
        className="flex h-11 min-w-0 flex-1 items-center gap-3 rounded-control pr-2 text-sm"
      >
        <span dir="auto" className="min-w-0 flex-1 truncate">
          <PlainText text={item.title} />
          {item.summary && (
            <span className="ml-2 text-muted max-sm:hidden">
              <PlainText text={item.summary} />
            </span>
          )}
        </span>
        {item.running && <span className="flex-none text-accent text-xs">{texts.running}</span>}
        {item.labels.slice(0, 3).map((label) => (
          <span
            key={label}
            className="max-w-28 flex-none truncate rounded-full border border-line px-2 text-muted text-xs max-sm:hidden"
          >
            {label}
          </span>
        ))}
        <PlaceChip place={place} />
        <time dateTime={item.updatedAt} className="tabular flex-none text-muted text-xs">
          {new Date(item.updatedAt).toLocaleDateString()}
        </time>
      </IntentLink>
    </div>
  );
});
