import type { ReactNode } from 'react';
import type { ContinuedTurn } from '@/lib/client/turn';
import { AgentLetter } from '../agent/agent-letter';
import { StreamMarkdown } from '../markdown/stream-markdown';
import { CopyButton } from '../ui/copy-button';

/** What stands in a branch in place of the team's answer: what the agent had published when somebody continued from its context. */
export function ContinuedAnswer({ turn, rendered }: { turn: ContinuedTurn; rendered?: ReactNode }) {
  const { answer, continuedFrom } = turn;
  return (
    <section aria-label="Answer continued from" className="mx-auto w-full max-w-read pt-2">
      <header className="mb-3 flex min-h-7 flex-wrap items-center gap-x-2.5 gap-y-1">
        <h3 className="font-semibold text-sm">Continued from here</h3>
        <AgentLetter slot={continuedFrom.slot} />
        <span className="text-muted text-xs">{continuedFrom.answerId ?? 'before its first answer'}</span>
        <span className="flex-1" />
        {answer && <CopyButton text={answer} label="Copy" showLabel />}
      </header>
      {answer && (rendered ?? <StreamMarkdown text={answer} />)}
    </section>
  );
}
