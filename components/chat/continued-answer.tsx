import { GitBranch } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ContinuedTurn } from '@/lib/client/turn';
import { AgentLetter } from '../agent/agent-letter';
import { StreamMarkdown } from '../markdown/stream-markdown';
import { CopyButton } from '../ui/copy-button';

/** What stands in a branch in place of the team's answer: what the agent had published when somebody continued from its context. */
export function ContinuedAnswer({ turn, rendered }: { turn: ContinuedTurn; rendered?: ReactNode }) {
  const { answer } = turn;
  const { slot, answerId } = turn.continuedFrom;
  return (
    <section aria-label="Answer continued from" className="mx-auto w-full max-w-read pt-2">
      <header className="mb-3 flex min-h-7 items-center gap-2 text-muted text-xs">
        <GitBranch className="icon" aria-hidden />
        <AgentLetter slot={slot} />
        <span className="min-w-0 flex-1">Continued from {answerId ?? slot}’s context</span>
        {answer && <CopyButton text={answer} label="Copy" showLabel />}
      </header>
      {answer ? (
        (rendered ?? <StreamMarkdown text={answer} />)
      ) : (
        <p className="text-muted text-sm">
          {slot} had published no answer by then. The next turn begins with its work.
        </p>
      )}
    </section>
  );
}
