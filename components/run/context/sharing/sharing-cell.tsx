'use client';
import type { Delivery } from '@/lib/browser/run/sharing-log';
import { deliveryWords } from '@/lib/browser/run/sharing-words';
import { formatClock, formatCount } from '@/lib/browser/ui/format';
import { cx } from '../../../ui/cx';
import { texts } from '../texts';

const SHOWN = 3;

interface SharingCellProps {
  reader: string;
  author: string;
  /** Newest first. */
  deliveries: Delivery[];
  isOpen: boolean;
  /** `id` of what the cell opens. */
  listId: string;
  onToggle: () => void;
}

/** What one agent was given of another, at a glance. */
export function SharingCell({ reader, author, deliveries, isOpen, listId, onToggle }: SharingCellProps) {
  if (deliveries.length === 0) return <p className="px-2 py-1.5 text-muted text-sm">–</p>;
  const more = deliveries.length - SHOWN;
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={isOpen ? listId : undefined}
      onClick={onToggle}
      className={cx(
        'flex w-full flex-col gap-0.5 rounded-control px-2 py-1.5 text-left text-sm transition-colors duration-150 -outline-offset-2 hover:bg-hover',
        isOpen && 'bg-hover',
      )}
    >
      <span className="sr-only">{reader === author ? texts.cellOwn(reader) : texts.cellOf(reader, author)} </span>
      {deliveries.slice(0, SHOWN).map((delivery, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: one receipt may give several contexts of one author.
          key={`${delivery.seq} ${index}`}
          className={cx('flex w-full flex-wrap items-baseline gap-x-2', index > 0 && 'text-muted')}
        >
          <span className="min-w-0 flex-1">{deliveryWords(delivery)}</span>
          <span className="tabular flex-none text-muted text-xs">
            {delivery.context && `${texts.tokensShort(formatCount(delivery.context.tokens))} · `}
            {formatClock(delivery.ms)}
          </span>
        </span>
      ))}
      {more > 0 && <span className="text-muted text-xs">{texts.earlier(more)}</span>}
    </button>
  );
}
