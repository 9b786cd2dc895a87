'use client';
import { ThumbsUp } from 'lucide-react';
import { checkResultsOn } from '@/lib/browser/checks/check-results-on';
import { runControls } from '@/lib/browser/run/run-controls';
import type { Position } from '@/lib/protocol/decision/disagreement-report';
import type { RunState } from '@/lib/protocol/state';
import { CheckMarks } from '../../checks/check-marks';
import { StreamMarkdown } from '../../markdown/stream-markdown';
import { Button } from '../../ui/button';
import { cx } from '../../ui/cx';
import { AgentLetter } from '../agent/agent-letter';
import { texts } from './evidence-texts';

const SHOWN_CHARACTERS = 1_500;

/** Answers with one conclusion: whose they are, how their equality was found, what checks say, and how the first of them begins. */
export function PositionColumn({ run, position, text }: { run: RunState; position: Position; text: string }) {
  const { answerId, answers, slots, isWinner, checks } = position;
  return (
    <li
      className={cx(
        'flex flex-col gap-2 rounded-card border bg-raised px-3.5 py-3 text-sm',
        isWinner ? 'border-accent' : 'border-line',
      )}
    >
      <p className="flex flex-wrap items-center gap-1.5">
        {slots.map((slot) => (
          <AgentLetter key={slot} slot={slot} />
        ))}
        <span className="tabular font-medium">{answers.join(', ')}</span>
        {isWinner && <span className="text-accent text-xs">{texts.winner}</span>}
      </p>
      <p className="text-muted text-xs">{equalityWords(position)}</p>
      {checks.length > 0 && <CheckMarks results={checkResultsOn(run, answerId)} />}
      <div className="max-h-48 overflow-hidden [mask-image:linear-gradient(to_bottom,black_9rem,transparent)]">
        <StreamMarkdown text={beginning(text)} />
      </div>
      {run.status === 'running' && !run.winner && (
        <Button
          look="quiet"
          size="sm"
          className="mt-auto self-start"
          aria-label={texts.choose(answerId)}
          title={texts.chooseTitle(answerId)}
          onClick={() => runControls.choose(run.runId, answerId)}
        >
          <ThumbsUp className="icon" aria-hidden />
          {texts.use}
        </Button>
      )}
    </li>
  );
}

/** As much as the box may show, cut between characters. */
function beginning(text: string): string {
  return text.slice(0, SHOWN_CHARACTERS).toWellFormed();
}

function equalityWords({ slots, equalBy, echoes }: Position): string {
  if (slots.length < 2) return texts.alone;
  const found = equalBy === 'comparison' ? texts.sameMeaning : texts.sameValue;
  return echoes.length > 0 ? `${found} ${texts.echoes(echoes)}` : found;
}
