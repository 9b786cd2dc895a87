import { useRef } from 'react';
import { runControls } from '@/lib/browser/run/run-controls';
import { toast } from '../ui/toast';
import { texts } from './texts';

const AGAIN_MS = 4000;

/** Stops a run by Esc, pressed twice: the first says so, because Esc is also pressed to get out of something else. */
export function useStopByEscape(): (runId: string) => void {
  const pressed = useRef<{ runId: string; isOver: AbortController } | null>(null);
  return (runId) => {
    const { current } = pressed;
    const isAgain = current?.runId === runId && !current.isOver.signal.aborted;
    current?.isOver.abort();
    if (isAgain) return void runControls.stop(runId);
    const isOver = new AbortController();
    pressed.current = { runId, isOver };
    setTimeout(() => isOver.abort(), AGAIN_MS);
    toast(texts.escapeAgain, { until: isOver.signal });
  };
}
