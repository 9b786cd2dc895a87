import { useRef } from 'react';
import { runControls } from '@/lib/browser/run/run-controls';
import { toast } from '../ui/toast';
import { texts } from './texts';

const AGAIN_MS = 4000;

/** Stops a run by Esc, pressed twice: the first says so, because Esc is also pressed to get out of something else. */
export function useStopByEscape(): (runId: string) => void {
  const pressed = useRef({ runId: '', at: Number.NEGATIVE_INFINITY });
  return (runId) => {
    const now = performance.now();
    const isAgain = pressed.current.runId === runId && now - pressed.current.at < AGAIN_MS;
    pressed.current = { runId, at: isAgain ? Number.NEGATIVE_INFINITY : now };
    if (isAgain) void runControls.stop(runId);
    else toast(texts.escapeAgain);
  };
}
