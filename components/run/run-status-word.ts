import type { RunStatus } from '@/lib/protocol/state';
import { texts } from './texts';

/** A word for people where a state is not obvious from what is shown; `null` where it is. */
export function runStatusWord(status: RunStatus): string | null {
  return texts.statuses[status];
}
