import type { Command } from './command';
import type { RunFailed, RunStopped } from './event';
import { presentedText } from './presented-text';
import type { RunState } from './state';
import { allSlots } from './update-slot';
import { bestAnswer, chooseWinner } from './voting/choose-winner';

/** Coordination is over, with what exists: calls end, the winner by the valid votes is chosen, or the run fails (P18). */
export function conclude(state: RunState): Command[] {
  const interrupts = allSlots(state).flatMap<Command>(({ slot, call }) =>
    call ? [{ type: 'interrupt', slot, callId: call.callId, outcome: 'stopped' }] : [],
  );
  const event = state.answers.length > 0 ? chooseWinner(state) : failure(state);
  return [...interrupts, { type: 'append', event }];
}

/** No answer at all: says of each slot why. */
export function failure(state: RunState): RunFailed {
  const reasons = state.slots.map((slot) => `${slot.slot}: ${slotReason(slot.lastError?.message ?? null, slot.out)}`);
  return { type: 'run.failed', error: { code: 'no_answer', message: `No answer was published. ${reasons.join(' ')}` } };
}

function slotReason(error: string | null, out: string | null): string {
  if (error !== null) return error;
  if (out === 'stopped') return 'It was stopped.';
  if (out === 'exhausted') return 'It used all its calls.';
  return 'It had not finished when the time or budget of the turn was used up.';
}

/** The terminal event of a run that a person stops: the best answer so far is kept (P20). */
export function stopEvent(state: RunState): RunStopped {
  const best = bestAnswer(state);
  const text = best?.content ?? (presentedText(state) || null);
  return { type: 'run.stopped', answerId: best?.answerId ?? null, final: text };
}
