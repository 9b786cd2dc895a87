import type { RunEvent } from '@/lib/protocol/event';
import { evolve } from '@/lib/protocol/evolve';
import { initialState } from '@/lib/protocol/initial-state';
import type { RunState } from '@/lib/protocol/state';

const CHECKPOINT_EVERY = 200;

/**
 * Gives the state after any number of events of one log. States are shared, so keeping every 200th makes each
 * look-up cost at most 200 steps, forwards and backwards.
 */
export function createReplay(events: RunEvent[]): (count: number) => RunState {
  const checkpoints: RunState[] = [initialState(events[0]?.runId ?? '')];

  function advance(state: RunState, from: number, to: number): RunState {
    return events.slice(from, to).reduce(evolve, state);
  }
  return (count) => {
    const wanted = Math.min(Math.max(0, count), events.length);
    const index = Math.floor(wanted / CHECKPOINT_EVERY);
    for (let next = checkpoints.length; next <= index; next++) {
      const before = checkpoints[next - 1] as RunState;
      checkpoints.push(advance(before, (next - 1) * CHECKPOINT_EVERY, next * CHECKPOINT_EVERY));
    }
    return advance(checkpoints[index] as RunState, index * CHECKPOINT_EVERY, wanted);
  };
}
