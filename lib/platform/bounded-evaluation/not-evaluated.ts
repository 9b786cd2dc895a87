import type { EvaluationEnd } from './evaluation-thread';
import { texts } from './texts';

/** Why a task that ended by a bound has no result, in words. */
export function notEvaluated({ how }: Exclude<EvaluationEnd, { how: 'result' }>): string {
  switch (how) {
    case 'time':
      return texts.time;
    case 'memory':
      return texts.memory;
    case 'busy':
      return texts.busy;
    case 'failed':
      return texts.failed;
  }
}
