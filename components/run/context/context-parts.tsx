import { CircleCheck, CircleDashed, CircleEllipsis } from 'lucide-react';
import type { StoredContext } from '@/lib/browser/run/contexts';
import { StreamMarkdown } from '../../markdown/stream-markdown';
import { EmptyState } from '../../ui/empty-state';
import { PlainText } from '../../ui/plain-text';
import { ContextFiles } from './context-files';
import type { ContextPartId } from './context-part-ids';
import { ItemRow } from './item-row';
import { texts } from './texts';

const ICON = {
  pending: CircleDashed,
  in_progress: CircleEllipsis,
  completed: CircleCheck,
};

/** One part of a context. */
export function ContextParts({ context, part }: { context: StoredContext; part: ContextPartId }) {
  if (context[part].length === 0) return <EmptyState title={texts.empty[part]} />;
  switch (part) {
    case 'answers':
      return (
        <ol className="flex flex-col gap-6">
          {context.answers.toReversed().map((answer) => (
            <li key={answer.answerId}>
              <ItemRow item={{ kind: 'answer', ...answer }} />
            </li>
          ))}
        </ol>
      );
    case 'messages':
      return (
        <ol className="flex flex-col gap-4">
          {context.messages.map(({ index, text }) => (
            <li key={index} className="border-line border-l pl-3 text-sm leading-relaxed">
              <StreamMarkdown text={text} />
            </li>
          ))}
        </ol>
      );
    case 'toolCalls':
      return (
        <ol className="flex flex-col gap-0.5">
          {context.toolCalls.map((tool) => (
            <li key={tool.toolCallId}>
              <ItemRow item={{ kind: 'tool', ...tool }} />
            </li>
          ))}
        </ol>
      );
    case 'files':
      return <ContextFiles context={context} />;
    case 'notes':
      return (
        <ol className="flex flex-col gap-3">
          {context.notes.map(({ noteId, to, text }) => (
            <li key={noteId}>
              <p dir="auto" className="whitespace-pre-wrap break-words text-sm">
                <PlainText text={text} />
              </p>
              <p className="text-muted text-xs">{texts.noteFor(to)}</p>
            </li>
          ))}
        </ol>
      );
    case 'plan':
      return (
        <ol className="flex flex-col gap-1.5 text-sm">
          {context.plan.map(({ id, text, status }) => {
            const Icon = ICON[status];
            return (
              <li key={id} className="flex gap-2">
                <Icon className="icon mt-0.5 text-muted" aria-hidden />
                <span dir="auto" className="min-w-0 flex-1">
                  <PlainText text={text} />
                </span>
                <span className="text-muted text-xs leading-5">{texts.tasks[status]}</span>
              </li>
            );
          })}
        </ol>
      );
  }
}
