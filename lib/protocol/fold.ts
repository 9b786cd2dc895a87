import type { RunEvent } from './event';
import { evolve } from './evolve';
import { initialState } from './initial-state';
import type { RunState } from './state';

/** The state that a run's log folds to. */
export function fold(runId: string, events: Iterable<RunEvent>): RunState {
  return foldMore(initialState(runId), events);
}

/** The state after more events: `foldMore(fold(id, first), rest)` equals `fold(id, [...first, ...rest])`. */
export function foldMore(state: RunState, events: Iterable<RunEvent>): RunState {
  let next = state;
  for (const event of events) next = evolve(next, event);
  return next;
}
