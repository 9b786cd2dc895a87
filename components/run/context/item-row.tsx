import type { StoredItem } from '@/lib/browser/run/contexts';
import { StreamMarkdown } from '../../markdown/stream-markdown';
import { PlainText } from '../../ui/plain-text';
import { ToolRow } from '../agent/rows/tool-row';
import { texts } from './texts';

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
          <p className="text-muted text-xs">{texts.noteTo(item.to)}</p>
          <p dir="auto" className="whitespace-pre-wrap break-words text-sm">
            <PlainText text={item.text} />
          </p>
        </div>
      );
    case 'answer':
      return (
        <div className="border-line border-l pl-3">
          <p className="mb-1 font-medium text-xs">{texts.answer(item.answerId)}</p>
          <div className="text-sm leading-relaxed">
            <StreamMarkdown text={item.content} />
          </div>
        </div>
      );
  }
}
