import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SharedRunView } from '@/lib/protocol/projection/shared-view';
import { AgentLetter } from '../run/agent/agent-letter';
import { PlainText } from '../ui/plain-text';
import { SharedAnswers } from './shared-answers';
import { SharedFiles } from './shared-files';
import { SharedFold } from './shared-fold';
import { SharedVotes } from './shared-votes';
import { SharedWorkList } from './shared-work';
import { texts } from './texts';

interface SharedRunProps {
  run: SharedRunView;
  /** `null` = there is no link yet. */
  token: string | null;
  /** The replay, which is loaded when it is asked for. */
  replay: ReactNode;
}

/** Behind the final answer: who answered, how it was decided and what was done, as far as the level shows it. */
export function SharedRun({ run, token, replay }: SharedRunProps) {
  if (run.slots.length === 0) return null;
  const valid = run.votes.filter((vote) => !vote.void);
  const facts = [
    run.answers.length > 0 && texts.answers(run.answers.length),
    valid.length > 0 && texts.votes(valid.length),
    run.winner && texts.won(run.winner),
  ].filter(Boolean);
  return (
    <details className="group/run mt-4 rounded-card border border-line bg-raised">
      <summary className="flex min-h-11 cursor-pointer list-none flex-wrap items-center gap-x-2 px-3.5 py-2 text-muted text-sm hover:text-text [&::-webkit-details-marker]:hidden">
        <ChevronRight className="icon transition-transform duration-150 group-open/run:rotate-90" aria-hidden />
        <span className="font-medium">{texts.howDecided}</span>
        <span className="tabular text-xs">{facts.join(' · ')}</span>
      </summary>
      <div className="flex flex-col gap-6 border-line border-t px-3.5 py-4">
        {run.decision && run.decision.report.length > 0 && (
          <section aria-label={texts.report}>
            <h3 className="mb-1 font-medium text-sm">{texts.report}</h3>
            <ul className="list-disc space-y-1 pl-5 text-sm">
              {run.decision.report.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        )}
        <SharedAgents slots={run.slots} />
        <SharedVotes votes={run.votes} />
        <SharedAnswers run={run} />
        <SharedWorkList work={run.work} />
        <SharedFiles run={run} token={token} />
        {replay}
      </div>
    </details>
  );
}

function SharedAgents({ slots }: Pick<SharedRunView, 'slots'>) {
  return (
    <section aria-label={texts.agents}>
      <h3 className="mb-1 font-medium text-sm">{texts.agents}</h3>
      {slots.map(({ slot, name, backend, model, systemMessage }) => {
        const title = (
          <>
            <AgentLetter slot={slot} />
            <span>
              <PlainText text={name} />
            </span>
            <span className="break-all text-muted text-xs">{model || backend}</span>
          </>
        );
        return systemMessage === null ? (
          <div key={slot} className="flex min-h-9 items-center gap-2 py-1 text-sm">
            {title}
          </div>
        ) : (
          <SharedFold key={slot} title={title} note={texts.systemMessage}>
            <p dir="auto" className="whitespace-pre-wrap break-words text-sm">
              <PlainText text={systemMessage} />
            </p>
          </SharedFold>
        );
      })}
    </section>
  );
}
