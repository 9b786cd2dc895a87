import type { RunState } from './state';
import { allSlots } from './update-slot';

/** Adds up for how long nothing could go on because every slot at work waited for a person: the turn's clock stands still then (P16). */
export function evolveWaiting(state: RunState, at: string): RunState {
  const { waiting } = state;
  if (!waiting && state.approvals.length === 0) return state;
  const isWaiting = allWait(state);
  const since = waiting?.since ?? null;
  if (isWaiting === (since !== null)) return state;
  if (isWaiting) return { ...state, waiting: { ms: waiting?.ms ?? 0, since: at } };
  const ms = (waiting?.ms ?? 0) + (since === null ? 0 : Math.max(0, Date.parse(at) - Date.parse(since)));
  return { ...state, waiting: { ms, since: null } };
}

function allWait(state: RunState): boolean {
  const { approvals, phase } = state;
  const atWork = allSlots(state).filter(({ call }) => call !== null);
  if (phase === 'over' || atWork.length === 0) return false;
  return atWork.every(({ call }) =>
    approvals.some(({ decision, callId }) => decision === null && callId === call?.callId),
  );
}
