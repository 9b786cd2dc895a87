import { evolve } from '@/lib/protocol/evolve';
import type { RunState } from '@/lib/protocol/state';
import { type FollowOptions, followRun } from './follow-run';

export interface ReadRunOptions extends Pick<FollowOptions, 'runId' | 'signal' | 'onConnection'> {
  /** What is already folded. */
  from: RunState;
  /** Gets the state with every event that has arrived. */
  onState: (state: RunState) => void;
}

/** Follows a run and folds what it hears; resolves when there is nothing more to hear. */
export function readRun(options: ReadRunOptions, follow: typeof followRun = followRun): Promise<void> {
  const { runId, from, signal, onState, onConnection } = options;
  let folded = from;
  return follow({
    runId,
    after: from.seq,
    signal,
    onConnection,
    onEvents(events) {
      for (const event of events) folded = evolve(folded, event);
      onState(folded);
    },
  });
}
