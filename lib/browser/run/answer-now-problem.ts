import type { RunPhase, RunStatus } from '@/lib/protocol/state';
import { texts } from './texts';

/** Why "Answer now" cannot act at the moment, in a sentence; `null` = it can. */
export function answerNowProblem(status: RunStatus, phase: RunPhase, isAsked: boolean): string | null {
  if (status === 'queued') return texts.notStarted;
  if (status !== 'running') return texts.over;
  if (phase === 'presenting') return texts.writing;
  return isAsked ? texts.onItsWay : null;
}
