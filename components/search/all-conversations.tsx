'use client';
import { useCallback, useState } from 'react';
import { useAllConversations } from '@/lib/browser/search/use-all-conversations';
import { Notice } from '../ui/notice';
import { Segmented } from '../ui/segmented';
import { AllRow } from './all-row';
import { ManyBar } from './many-bar';
import { texts } from './texts';
import { VirtualList } from './virtual-list';

/** Every conversation, to be opened, or selected and changed many at a time. */
export function AllConversations({ label, places }: { label: string; places: Record<string, string> }) {
  const [archived, setArchived] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const all = useAllConversations(label, archived);
  const chosen = selected.size === 0 ? [] : all.items.filter(({ id }) => selected.has(id));

  const toggle = useCallback((id: string) => {
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <div className="flex min-h-11 flex-wrap content-start items-center gap-2 max-sm:min-h-24">
        {chosen.length === 0 ? (
          <Segmented
            label={texts.show}
            selected={archived ? 'archived' : 'all'}
            options={[
              { id: 'all', label: texts.all, name: texts.all },
              { id: 'archived', label: texts.archived, name: texts.archived },
            ]}
            onSelect={(id) => {
              setArchived(id === 'archived');
              setSelected(new Set());
            }}
          />
        ) : (
          <ManyBar
            chosen={chosen}
            archived={archived}
            onSelectShown={() => setSelected(new Set(all.items.map(({ id }) => id)))}
            onClear={() => setSelected(new Set())}
            onGone={all.drop}
            onChanged={all.change}
          />
        )}
      </div>
      {all.problem && <Notice tone="danger">{all.problem}</Notice>}
      {all.isWhole && all.items.length === 0 && <p className="py-6 text-muted text-sm">{texts.none}</p>}
      <VirtualList
        label={archived ? texts.archived : texts.all}
        count={all.items.length}
        onEnd={all.isWhole ? null : all.loadMore}
      >
        {(index) => {
          const item = all.items[index];
          return (
            item && (
              <AllRow
                item={item}
                place={places[item.workspaceId] ?? null}
                isSelected={selected.has(item.id)}
                onToggle={toggle}
              />
            )
          );
        }}
      </VirtualList>
    </div>
  );
}
