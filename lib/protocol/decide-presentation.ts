import { backOffMs } from './back-off';
import { timesHit } from './bounds';
import { isBudgetSpent } from './budget';
import type { Command } from './command';
import { PRESENTATION_FAILURES } from './constants';
import { decidesByEvidence } from './decision/decides-by-evidence';
import type { RunState, SlotState } from './state';
import { allSlots, slotOf } from './update-slot';
import { answerOf } from './voting/current-answers';

/** The presenter writes the final answer; when that cannot be, the winning answer stands as published (P18). */
export function decidePresentation(state: RunState): Command[] {
  const { winner, presentation } = state;
  if (!winner) return [];
  const presenter = presenterOf(state);
  const calls = allSlots(state).filter((slot) => slot.call);
  if (presentation?.done || !presenter || mustStop(state, presenter)) {
    return [...calls.map((slot) => interrupt(slot, lateOr(state, slot))), { type: 'append', event: finished(state) }];
  }
  const wrong = calls.filter((slot) => slot.slot !== presenter.slot || isObsolete(state, slot));
  if (wrong.length > 0)
    return wrong.map((slot) => interrupt(slot, slot.slot === presenter.slot ? 'outdated' : lateOr(state, slot)));
  if (presenter.call) return [];
  return [{ type: 'startCall', slot: presenter.slot, phase: 'presentation', afterMs: backOffMs(state, presenter) }];
}

/**
 * Winner by default, or the slot that the team names; if that one is out, the winner, then anyone who is there. A slot that has
 * used its calls for coordination may still present.
 */
export function presenterOf(state: RunState): SlotState | null {
  const wanted = state.team?.coordination.presenter ?? 'winner';
  if (wanted === 'verbatim' || !state.winner) return null;
  const author = answerOf(state, state.winner.answerId)?.slot ?? '';
  const candidates = [slotOf(state, wanted), slotOf(state, author), ...state.slots];
  return candidates.find((slot) => slot !== undefined && canPresent(slot)) ?? null;
}

function canPresent(slot: SlotState): boolean {
  return slot.out === null || slot.out === 'exhausted';
}

/** A spent budget ends a presentation in the making, but not one that is complete: it is paid for. */
function mustStop(state: RunState, presenter: SlotState): boolean {
  if (timesHit(state, 'turnSeconds') > 1 || state.presentationFailures >= PRESENTATION_FAILURES) return true;
  return isBudgetSpent(state) && (presenter.call?.request !== 'complete' || isObsolete(state, presenter));
}

/** A call that began before this winner was chosen, or that a person has steered meanwhile. */
function isObsolete(state: RunState, slot: SlotState): boolean {
  const { call } = slot;
  if (!call) return false;
  if (call.phase !== 'presentation' || call.startedSeq < (state.winner?.seq ?? 0)) return true;
  return slot.pendingSteers.length > 0 && !call.hasToolWork;
}

/** A reply that is complete, but not read before it was decided, is not published. */
function lateOr({ team }: RunState, { call }: SlotState): 'late' | 'stopped' {
  return decidesByEvidence(team) && call?.request === 'complete' && call.phase !== 'presentation' ? 'late' : 'stopped';
}

function interrupt(slot: SlotState, outcome: 'outdated' | 'stopped' | 'late'): Command {
  return { type: 'interrupt', slot: slot.slot, callId: slot.call?.callId ?? '', outcome };
}

function finished(state: RunState) {
  const answerId = state.winner?.answerId ?? 'A.1';
  // Half a presentation is no better than the whole answer that was chosen.
  const text = state.presentation?.done && state.presentation.cut === null ? state.presentation.text.trim() : '';
  const stored = answerOf(state, answerId)?.content ?? '';
  return { type: 'run.finished' as const, final: text || stored, answerId, presented: text !== '' };
}
