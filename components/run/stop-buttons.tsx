'use client';
import { FastForward, Square } from 'lucide-react';
import { runControls } from '@/lib/client/run-controls';
import { Button } from '../ui/button';

/** Stop and answer now, both one click away while the run goes on. */
export function StopButtons({ runId, canAnswerNow }: { runId: string; canAnswerNow: boolean }) {
  return (
    <div className="ml-auto flex flex-none gap-1">
      {canAnswerNow && (
        <Button
          look="quiet"
          size="sm"
          title="Go to the final answer with what exists"
          onClick={() => runControls.answerNow(runId)}
        >
          <FastForward className="icon" aria-hidden />
          Answer now
        </Button>
      )}
      <Button
        size="sm"
        title="Stop the whole run (Esc in an empty message box)"
        onClick={() => runControls.stop(runId)}
      >
        <Square className="icon fill-current p-0.5" aria-hidden />
        Stop
      </Button>
    </div>
  );
}
