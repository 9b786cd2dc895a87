import { CircleCheck, CircleDashed, CircleEllipsis } from 'lucide-react';
import type { StoredContext } from '@/lib/client/contexts';
import { listWords } from '@/lib/client/format';
import { StreamMarkdown } from '../markdown/stream-markdown';
import { EmptyState } from '../ui/empty-state';
import { ContextFiles } from './context-files';
import type { ContextPartId } from './context-part-ids';
import { ItemRow } from './item-row';

const EMPTY: Record<ContextPartId, string> = {
  answers: 'It had published no answer yet.',
  messages: 'It had written nothing of its own beside its answers.',
  toolCalls: 'It had called no tool yet.',
  files: 'Its working folder was empty, or it has none.',
  notes: 'It had written no note for the others yet.',
  plan: 'It kept no task list.',
};

const STATUS = {
  pending: { Icon: CircleDashed, word: 'to do' },
  in_progress: { Icon: CircleEllipsis, word: 'in progress' },
  completed: { Icon: CircleCheck, word: 'done' },
};

/** One part of a context. */
export function ContextParts({ context, part }: { context: StoredContext; part: ContextPartId }) {
  if (context[part].length === 0) return <EmptyState title={EMPTY[part]} />;
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
              <p className="whitespace-pre-wrap break-words text-sm">{text}</p>
              <p className="text-muted text-xs">For {to ? listWords(to) : 'all'}</p>
            </li>
          ))}
        </ol>
      );
    case 'plan':
      return (
        <ol className="flex flex-col gap-1.5 text-sm">
          {context.plan.map(({ id, text, status }) => {
            const { Icon, word } = STATUS[status];
            return (
              <li key={id} className="flex gap-2">
                <Icon className="icon mt-0.5 text-muted" aria-hidden />
                <span className="min-w-0 flex-1">{text}</span>
                <span className="text-muted text-xs leading-5">{word}</span>
              </li>
            );
          })}
        </ol>
      );
  }
}
