import { askPerson } from './ask-person';
import { backOffMs } from './back-off';
import { hasUsedAnswers, timesHit } from './bounds';
import type { Command } from './command';
import { conclude, failure } from './decide-conclusion';
import type { CallPhase, DraftEvent } from './event';
import { isSharing } from './sharing';
import type { RunState, SlotState } from './state';
import { undelivered } from './undelivered';
import { ballot } from './voting/ballot';
import { askJudge, judgedAnswer } from './voting/by-judge';
import { chooseWinner } from './voting/choose-winner';
import { currentAnswers } from './voting/current-answers';
import { leaders } from './voting/leaders';
import { tally } from './voting/tally';
import { validVoteOf } from './voting/valid-votes';

/** The phases `coordinating` and `runoff`: who is interrupted, who is asked (again), who has won. */
export function decideCoordination(state: RunState): Command[] {
  const healthy = state.slots.filter((slot) => slot.out === null);
  if (healthy.length === 0) return state.answers.length > 0 ? conclude(state) : [append(failure(state))];
  if (answerNowRequested(state) && currentAnswers(state).length === 1) return conclude(state);

  const interrupts = healthy.flatMap<Command>((slot) =>
    slot.call && isOutdated(state, slot)
      ? [{ type: 'interrupt', slot: slot.slot, callId: slot.call.callId, outcome: 'outdated' }]
      : [],
  );
  if (interrupts.length > 0) return interrupts;

  if (healthy.every((slot) => isAlone(state, slot, healthy))) return conclude(state);
  const waiting = healthy.filter((slot) => !hasVoted(state, slot) && isAwaited(state, slot));
  if (waiting.length === 0) return count(state, healthy);

  const starting = waiting.filter((slot) => !slot.call && isDue(state, slot, waiting));
  const bounds = starting.flatMap<DraftEvent>(({ slot }) =>
    hasUsedAnswers(state, slot) && !timesHit(state, 'answersPerAgent', slot)
      ? [{ type: 'bound.hit', bound: 'answersPerAgent', slot }]
      : [],
  );
  if (bounds.length > 0) return bounds.map(append);
  return starting.map((slot) => ({
    type: 'startCall',
    slot: slot.slot,
    phase: phaseFor(state, slot),
    afterMs: backOffMs(state, slot),
  }));
}

/** A person asked for the answer now, and there is something to vote on. */
export function answerNowRequested(state: RunState): boolean {
  return timesHit(state, 'answerNow') > 0 && state.answers.length > 0;
}

function append(event: DraftEvent): Command {
  return { type: 'append', event };
}

function hasVoted(state: RunState, slot: SlotState): boolean {
  const vote = validVoteOf(state, slot.slot);
  return vote !== undefined && (state.phase !== 'runoff' || vote.round === 2);
}

/** The only slot left, done with the only answer: there is nothing to compare and nobody to convince. */
function isAlone(state: RunState, slot: SlotState, healthy: SlotState[]): boolean {
  const current = currentAnswers(state);
  if (healthy.length > 1 || slot.call || slot.pendingSteers.length > 0) return false;
  return current.length === 1 && current[0]?.slot === slot.slot;
}

/** P11: false for a slot that has nothing to choose from and cannot publish, or that failed after the answer was asked for now. */
function isAwaited(state: RunState, slot: SlotState): boolean {
  if (answerNowRequested(state) && slot.failures > 0 && !slot.call) return false;
  if (state.phase !== 'runoff' && !answerNowRequested(state) && !hasUsedAnswers(state, slot.slot)) return true;
  const current = currentAnswers(state).map((answer) => answer.answerId);
  return slot.call !== null || ballot(state, slot.slot, current).length > 0;
}

/**
 * P12: the step in flight can no longer count and has no tool work of its own. A new answer makes outdated only a call that
 * has read others and so may be about to vote; who is still writing a first answer, or has begun to write one, goes on.
 */
function isOutdated(state: RunState, slot: SlotState): boolean {
  const { call } = slot;
  if (!call || call.hasToolWork) return false;
  if (slot.pendingSteers.length > 0) return true;
  if (answerNowRequested(state) && call.phase === 'coordination') return true;
  if (state.phase === 'runoff' && call.phase !== 'runoff') return true;
  if (state.phase !== 'runoff' && call.phase === 'runoff') return true;
  if (state.team?.coordination.voidVotes === 'superseded' || call.writing === 'new_answer') return false;
  // Where contexts are shared it may have read others in the midst of its first answer: it gets this one between two steps as well.
  if (!slot.acted && isSharing(state.team)) return false;
  const hasReadOthers = call.shown.some((answerId) => !answerId.startsWith(`${slot.slot}.`));
  return hasReadOthers && undelivered(state, slot.slot).answerIds.length > 0;
}

/**
 * A slot is asked again when there is something new for it, or when nobody else is still working: an eager vote for one's
 * own lone answer would only be void a moment later.
 */
function isDue(state: RunState, slot: SlotState, waiting: SlotState[]): boolean {
  if (!slot.acted || slot.failures > 0 || state.phase === 'runoff' || answerNowRequested(state)) return true;
  // What was asked before has failed: another backend, or a person's word, gives it a new try.
  const last = slot.items.at(-1)?.kind;
  if (last === 'switched' || last === 'failure') return true;
  const news = undelivered(state, slot.slot);
  if (news.answerIds.length > 0 || news.steerSeqs.length > 0) return true;
  return waiting.every((other) => other.slot === slot.slot || (other.call === null && other.acted));
}

function phaseFor(state: RunState, slot: SlotState): CallPhase {
  if (state.phase === 'runoff') return 'runoff';
  return answerNowRequested(state) || hasUsedAnswers(state, slot.slot) ? 'vote' : 'coordination';
}

/** Everybody has voted: a tie goes to a run-off once (P10), `human` waits for a person (P9). */
function count(state: RunState, healthy: SlotState[]): Command[] {
  // Abstentions by everybody before anything was published cannot happen: abstaining is offered with answers only.
  if (state.answers.length === 0) return [append(failure(state))];
  if (state.team?.coordination.voteRule === 'human' && !answerNowRequested(state))
    return askPerson(healthy, 'everybody has voted: choose the answer');
  const judging = answerNowRequested(state) ? null : askJudge(state);
  if (judging) return judging;
  const judged = judgedAnswer(state);
  if (judged !== null) return [append(chooseWinner(state))];
  const tied = leaders(state);
  const undecided =
    tied.length > 1 && Object.keys(tally(state)).length > 0 && state.phase !== 'runoff' && !answerNowRequested(state);
  const voters = healthy.filter((slot) => validVoteOf(state, slot.slot)?.round === 1);
  if (undecided && voters.length > 0) {
    return voters.map((slot) => ({
      type: 'startCall',
      slot: slot.slot,
      phase: 'runoff',
      afterMs: backOffMs(state, slot),
    }));
  }
  return [append(chooseWinner(state))];
}
