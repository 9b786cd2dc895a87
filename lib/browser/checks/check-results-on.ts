import type { DecisionState } from '@/lib/protocol/decision/decision-state';
import type { RunState } from '@/lib/protocol/state';

/** What checks have said of an answer so far. */
export function checkResultsOn(run: RunState, answerId: string): DecisionState['results'] {
  return (run.decision?.results ?? []).filter((result) => result.answerId === answerId);
}
