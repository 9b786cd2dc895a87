'use client';
import { CircleStop, Maximize2, ThumbsUp } from 'lucide-react';
import { plural } from '@/lib/client/format';
import { runControls } from '@/lib/client/run-controls';
import type { RunState, SlotState } from '@/lib/protocol/state';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';

interface AgentActionsProps {
  run: RunState;
  slot: SlotState;
  readOnly: boolean;
  onExpand?: () => void;
}

/** The foot of a card: current answer with its votes, and what a person can do. */
export function AgentActions({ run, slot, readOnly, onExpand }: AgentActionsProps) {
  const running = run.status === 'running' && !readOnly;
  const answer = run.answers.findLast((entry) => entry.slot === slot.slot);
  const votes = run.votes.filter((vote) => vote.voidBecause === null && vote.answerId === answer?.answerId).length;
  return (
    <footer className="flex h-10 flex-none items-center gap-0.5 border-line border-t pr-1 pl-3.5">
      <span className="tabular min-w-0 flex-1 truncate text-muted text-xs">
        {answer ? `${answer.answerId} · ${plural(votes, 'vote')}` : 'No answer yet'}
      </span>
      {running && answer && (
        <Button
          look="quiet"
          size="sm"
          aria-label={`Use ${answer.answerId}`}
          title={`Make ${answer.answerId} the winner (u)`}
          onClick={() => runControls.choose(run.runId, answer.answerId)}
        >
          <ThumbsUp className="icon" aria-hidden />
          Use
        </Button>
      )}
      {onExpand && <IconButton label={`Show ${slot.slot} at full width`} icon={Maximize2} onClick={onExpand} />}
      {running && slot.out === null && (
        <IconButton
          label={`Stop agent ${slot.slot}`}
          icon={CircleStop}
          onClick={() => runControls.stopSlot(run.runId, slot.slot)}
        />
      )}
    </footer>
  );
}
