import type { ReactNode } from 'react';
import type { SharedMessageView, SharedRunView } from '@/lib/protocol/projection/shared-view';
import { PlainText } from '../ui/plain-text';
import { SharedAttachments } from './shared-attachments';
import { SharedMarkdown } from './shared-markdown';
import { SharedRun } from './shared-run';
import { texts } from './texts';

interface SharedTurnProps {
  message: SharedMessageView;
  run: SharedRunView | null;
  /** The run to which a question belongs: through it its files are read. */
  questionRunId: string | null;
  isSnapshot: boolean;
  token: string | null;
  replay: ReactNode;
}

/** A question, or an answer with what stands behind it. */
export function SharedTurn({ message, run, questionRunId, isSnapshot, token, replay }: SharedTurnProps) {
  const text = message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
  if (message.role === 'user') {
    return (
      <article aria-label={texts.question} className="flex flex-col items-end gap-2">
        <SharedAttachments parts={message.parts} runId={questionRunId} token={token} />
        {text.trim() !== '' && (
          <div className="max-w-[85%] rounded-2xl rounded-br-md bg-hover px-4 py-2.5 forced-colors:border">
            <p dir="auto" className="whitespace-pre-wrap break-words [unicode-bidi:plaintext]">
              <PlainText text={text} />
            </p>
          </div>
        )}
      </article>
    );
  }
  return (
    <article aria-label={texts.answer}>
      <h2 className="sr-only">{texts.answer}</h2>
      {run?.isSimulated && <p className="mb-2 text-muted text-xs">{texts.simulated}</p>}
      {text === '' ? (
        <p className="text-muted text-sm">{run ? without(run, isSnapshot) : texts.failed}</p>
      ) : (
        <SharedMarkdown text={text} />
      )}
      {run?.cut && <p className="mt-2 text-muted text-xs">{texts.cut(run.cut)}</p>}
      {run?.status === 'stopped' && text !== '' && <p className="mt-2 text-muted text-xs">{texts.stoppedBest}</p>}
      {run?.chosen && <p className="mt-2 text-muted text-xs">{texts.chosen(run.chosen)}</p>}
      {run && <SharedRun run={run} token={token} replay={replay} />}
    </article>
  );
}

/** Why there is no text. */
function without({ status, error }: SharedRunView, isSnapshot: boolean): string {
  if (status === 'failed') return error?.message ? `${texts.failed} ${error.message}` : texts.failed;
  if (status === 'stopped') return texts.stopped;
  if (isSnapshot) return texts.cutOffHere;
  return status === 'queued' ? texts.waiting : texts.working;
}
