'use client';
import { FastForward, Square } from 'lucide-react';
import { useId } from 'react';
import { runControls } from '@/lib/browser/run/run-controls';
import { announce } from '@/lib/browser/ui/announce';
import { Button } from '../../ui/button';
import { texts } from '../texts';

interface StopButtonsProps {
  runId: string;
  /** Why the answer cannot be asked for now; `null` = it can. */
  answerNowProblem: string | null;
}

/** Stop and answer now, both one click away while the run goes on. */
export function StopButtons({ runId, answerNowProblem }: StopButtonsProps) {
  const reasonId = useId();
  const reason = answerNowProblem ?? texts.answerNowTitle;
  return (
    <div className="ml-auto flex flex-none gap-1">
      <Button
        look="quiet"
        size="sm"
        // Not `disabled`: the keyboard has to reach it for its reason to be heard.
        aria-disabled={answerNowProblem !== null || undefined}
        aria-describedby={reasonId}
        title={reason}
        onClick={() => (answerNowProblem ? announce(answerNowProblem) : void runControls.answerNow(runId))}
      >
        <FastForward className="icon" aria-hidden />
        {texts.answerNow}
      </Button>
      <span id={reasonId} className="sr-only">
        {reason}
      </span>
      <Button size="sm" title={texts.stopTitle} onClick={() => runControls.stop(runId)}>
        <Square className="icon fill-current p-0.5" aria-hidden />
        {texts.stop}
      </Button>
    </div>
  );
}
