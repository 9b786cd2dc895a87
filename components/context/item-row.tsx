import type { StoredItem } from '@/lib/client/contexts';
import { listWords } from '@/lib/client/format';
import { ToolRow } from '../agent/tool-row';
import { StreamMarkdown } from '../markdown/stream-markdown';

/** One thing that an agent has done. */
export function ItemRow({ item }: { item: StoredItem }) {
  switch (item.kind) {
    case 'tool':
      return <ToolRow tool={{ ...item, result: item.result && { ...item.result, tookMs: item.tookMs ?? 0 } }} isOver />;
    case 'text':
      return (
        <div className="text-sm leading-relaxed">
          <StreamMarkdown text={item.text} />
        </div>
      );
    case 'note':
      return (
        <div className="border-line border-l pl-3">
          <p className="text-muted text-xs">Note to {item.to ? listWords(item.to) : 'all'}</p>
          <p className="whitespace-pre-wrap break-words text-sm">{item.text}</p>
        </div>
      );
    case 'answer':
      return (
        <div className="border-line border-l pl-3">
          <p className="mb-1 font-medium text-xs">Answer {item.answerId}</p>
          <div className="text-sm leading-relaxed">
            <StreamMarkdown text={item.content} />
          </div>
        </div>
      );
  }
}
