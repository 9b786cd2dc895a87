import { uuidv7 } from 'uuidv7';
import type { CallPhase } from '@/lib/protocol/event';
import type { Slot } from '@/lib/protocol/team';
import type { ActiveCall } from './run-call';

/** One for all: nobody looks at where a call ended, and without a reason each `abort` makes an error with a stack of its own. */
export const CALL_OVER = new Error('The call is over.');

export function newCall(slot: Slot, phase: CallPhase): ActiveCall {
  const now = performance.now();
  const controller = new AbortController();
  const clock = { startedAt: now, lastActivityAt: now, pausedAt: null };
  return { slot, callId: uuidv7(), phase, controller, ...clock, sentCharacters: 0, partsOf: () => [] };
}

/** The call's bounds on time and silence stand still until `resumeCall`. */
export function pauseCall(call: ActiveCall): void {
  call.pausedAt ??= performance.now();
}

export function resumeCall(call: ActiveCall): void {
  if (call.pausedAt === null) return;
  const now = performance.now();
  call.startedAt += now - call.pausedAt;
  call.lastActivityAt = now;
  call.pausedAt = null;
}
