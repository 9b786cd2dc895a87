'use client';
import { CircleStop, Maximize2, ThumbsUp } from 'lucide-react';
import { runControls } from '@/lib/browser/run/run-controls';
import { decidesByEvidence } from '@/lib/protocol/decision/decides-by-evidence';
import type { RunState, SlotState } from '@/lib/protocol/state';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { texts } from './texts';

interface AgentActionsProps {
  run: RunState;
  slot: SlotState;
  readOnly: boolean;
  onExpand?: () => void;
}

/** The foot of a card: current answer, with its votes where there are any, and what a person can do. */
export function AgentActions({ run, slot, readOnly, onExpand }: AgentActionsProps) {
  const running = run.status === 'running' && !readOnly;
  const answer = run.answers.findLast((entry) => entry.slot === slot.slot);
  const votes = run.votes.filter((vote) => vote.voidBecause === null && vote.answerId === answer?.answerId).length;
  const without = run.phase === 'over' ? texts.noAnswer : texts.noAnswerYet;
  return (
    <footer className="flex h-10 flex-none items-center gap-0.5 border-line border-t pr-1 pl-3.5">
      <span className="tabular min-w-0 flex-1 truncate text-muted text-xs">
        {answer ? texts.currentAnswer(answer.answerId, decidesByEvidence(run.team) ? null : votes) : without}
      </span>
      {running && answer && (
        <Button
          look="quiet"
          size="sm"
          aria-label={texts.choose(answer.answerId)}
          title={texts.chooseTitle(answer.answerId)}
          onClick={() => runControls.choose(run.runId, answer.answerId)}
        >
          <ThumbsUp className="icon" aria-hidden />
          {texts.use}
        </Button>
      )}
      {onExpand && <IconButton label={texts.showWide(slot.slot)} icon={Maximize2} onClick={onExpand} />}
      {running && slot.out === null && (
        <IconButton
          label={texts.stopAgent(slot.slot)}
          icon={CircleStop}
          onClick={() => runControls.stopSlot(run.runId, slot.slot)}
        />
      )}
    </footer>
  );
}
