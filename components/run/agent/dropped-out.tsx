'use client';
import { RotateCcw } from 'lucide-react';
import { runControls } from '@/lib/browser/run/run-controls';
import type { RunState, SlotState } from '@/lib/protocol/state';
import { Button } from '../../ui/button';
import { useAskAgain } from '../ask-again';
import { texts } from './texts';

/** That an agent has dropped out after errors, and the way back: into the run while it goes on, else the question once more. */
export function DroppedOut({ run, slot }: { run: RunState; slot: SlotState }) {
  const askQuestion = useAskAgain();
  if (slot.out !== 'quarantined') return null;
  const canReturn = run.status === 'running' && run.phase !== 'presenting';
  const isOver = run.phase === 'over';
  return (
    <div className="flex flex-none flex-wrap items-center gap-x-3 gap-y-1 border-line border-t px-3.5 py-1.5 text-xs">
      <p className="min-w-0 flex-1 text-muted">{canReturn ? texts.droppedOut : texts.droppedOutInEndedRun}</p>
      {canReturn && (
        <Button
          size="sm"
          aria-label={texts.askSlotAgain(slot.slot)}
          onClick={() => runControls.askAgain(run.runId, slot.slot)}
        >
          <RotateCcw className="icon" aria-hidden />
          {texts.askAgain}
        </Button>
      )}
      {isOver && askQuestion && (
        <Button size="sm" title={texts.askTeamAgainTitle} onClick={askQuestion}>
          <RotateCcw className="icon" aria-hidden />
          {texts.askAgain}
        </Button>
      )}
    </div>
  );
}
