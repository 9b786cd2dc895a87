import type { ReactNode } from 'react';
import type { SharedView } from '@/lib/protocol/projection/shared-view';
import { PlainText } from '../ui/plain-text';
import { SharedTurn } from './shared-turn';
import { texts } from './texts';

interface SharedConversationProps {
  view: SharedView;
  /** `null` = a preview of what a link would show. */
  token: string | null;
  /** What replays a run, where it can be. */
  replayOf?: (runId: string) => ReactNode;
}

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** A conversation as a link shows it. */
export function SharedConversation({ view, token, replayOf }: SharedConversationProps) {
  const { share, messages, runs } = view;
  const byId = new Map(runs.map((run) => [run.id, run]));
  const at = `${time.format(new Date(share.updatedAt))} UTC`;
  const isSnapshot = share.mode === 'snapshot';
  return (
    <>
      <header className="mb-8">
        <h1 dir="auto" className="font-semibold text-2xl tracking-tight break-words">
          <PlainText text={share.title} />
        </h1>
        <p className="mt-1.5 flex flex-wrap gap-x-2 text-muted text-sm">
          <span>{texts.by(share.ownerName)}</span>
          <span aria-hidden>·</span>
          <time dateTime={share.updatedAt}>{isSnapshot ? texts.snapshotOf(at) : texts.liveAsOf(at)}</time>
        </p>
      </header>
      <div className="flex flex-col gap-7">
        {messages.length === 0 && <p className="text-muted text-sm">{texts.noTurn}</p>}
        {messages.map((message, index) => (
          <SharedTurn
            key={message.id}
            message={message}
            run={byId.get(message.runId ?? '') ?? null}
            questionRunId={messages[index + 1]?.runId ?? null}
            isSnapshot={isSnapshot}
            token={token}
            replay={message.runId && replayOf?.(message.runId)}
          />
        ))}
      </div>
    </>
  );
}
