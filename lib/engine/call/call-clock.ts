import { uuidv7 } from 'uuidv7';
import type { CallPhase, DraftEvent } from '@/lib/protocol/event';
import type { RunState } from '@/lib/protocol/state';
import type { Slot } from '@/lib/protocol/team';
import { allSlots } from '@/lib/protocol/update-slot';
import type { ActiveCall } from './active-call';

/** One for all: nobody looks at where a call ended, and without a reason each `abort` makes an error with a stack of its own. */
export const CALL_OVER = new Error('The call is over.');

/** @param callId of one that goes on after a crash */
export function newCall(slot: Slot, phase: CallPhase, callId = uuidv7()): ActiveCall {
  const now = performance.now();
  const controller = new AbortController();
  const clock = { startedAt: now, lastActivityAt: now, pausedAt: null, pauses: new Set<string>() };
  return {
    slot,
    callId,
    phase,
    controller,
    ...clock,
    ready: null,
    sent: null,
    hasOutput: false,
    partsOf: () => [],
    tools: null,
  };
}

/** Takes up the calls of a process that is gone which go on as they are (P22). */
export function resumedCalls(state: RunState, first: DraftEvent, inFlight: Map<string, ActiveCall>): ActiveCall[] {
  if (first.type !== 'run.resumed') return [];
  const calls = allSlots(state).flatMap(({ slot, call }) =>
    call && !first.abandonedCalls.includes(call.callId) ? [newCall(slot, call.phase, call.callId)] : [],
  );
  for (const call of calls) inFlight.set(call.callId, call);
  return calls;
}

/** The call's bounds on time and silence stand still until each pause, known by its name, has been ended by `resumeCall`. */
export function pauseCall(call: ActiveCall, pause: string): void {
  call.pauses.add(pause);
  call.pausedAt ??= performance.now();
}

export function resumeCall(call: ActiveCall, pause: string): void {
  call.pauses.delete(pause);
  if (call.pausedAt === null || call.pauses.size > 0) return;
  const now = performance.now();
  call.startedAt += now - call.pausedAt;
  call.lastActivityAt = now;
  call.pausedAt = null;
}
