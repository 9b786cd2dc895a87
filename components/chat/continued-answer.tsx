import { GitBranch } from 'lucide-react';
import type { ContinuedTurn } from '@/lib/browser/run/turn';
import { StreamMarkdown } from '../markdown/stream-markdown';
import { AgentLetter } from '../run/agent/agent-letter';
import { CopyButton } from '../ui/copy-button';
import { CutText } from './cut-text';
import { texts } from './texts';

/** What stands in a branch in place of the team's answer: what the agent had published when somebody continued from its context. */
export function ContinuedAnswer({ turn, readWhole }: { turn: ContinuedTurn; readWhole: () => Promise<string> }) {
  const { answer, answerCutFrom } = turn;
  const { slot, answerId } = turn.continuedFrom;
  return (
    <section aria-label={texts.continuedAnswer} className="mx-auto w-full max-w-read pt-2">
      <header className="mb-3 flex min-h-7 items-center gap-2 text-muted text-xs">
        <GitBranch className="icon" aria-hidden />
        <AgentLetter slot={slot} />
        <span className="min-w-0 flex-1">{texts.continuedFrom(answerId ?? slot)}</span>
        {answer && <CopyButton text={answerCutFrom === null ? answer : readWhole} label={texts.copy} showLabel />}
      </header>
      {answer ? (
        <CutText text={answer} cutFrom={answerCutFrom} readWhole={readWhole}>
          {(text) => <StreamMarkdown text={text} />}
        </CutText>
      ) : (
        <p className="text-muted text-sm">{texts.noAnswerYet(slot)}</p>
      )}
    </section>
  );
}
