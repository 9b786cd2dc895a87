import { timesHit } from './bounds';
import { furthestWithinOverrun, isBudgetSpent, newlySpent } from './budget';
import type { Command } from './command';
import { conclude } from './decide-conclusion';
import { decideCoordination } from './decide-coordination';
import { decidePresentation } from './decide-presentation';
import { decideSingle } from './decide-single';
import { decideEvidence } from './decision/decide-evidence';
import { decidesByEvidence } from './decision/decides-by-evidence';
import { newClasses } from './decision/find-classes';
import { newVerdict } from './decision/new-verdict';
import type { DraftEvent } from './event';
import type { RunState } from './state';
import { backendsGivenUp } from './switch-backend';
import { allSlots } from './update-slot';
import { validVoteOf } from './voting/valid-votes';
import { voidedVotes } from './voting/voided-votes';

/**
 * What must happen next. Pure and repeatable: the driver carries the commands out, which changes the state, and asks again
 * until nothing new comes. A `startCall` comes again until its `agent.started` is in the log.
 */
export function decide(state: RunState): Command[] {
  if (state.team === null || state.phase === 'over') return [];
  const consequences = [
    ...newlySpent(state),
    ...backendsGivenUp(state),
    ...newlyExhausted(state),
    ...voidedVotes(state),
    ...newClasses(state),
    ...newVerdict(state),
  ];
  if (consequences.length > 0) return consequences.map((event) => ({ type: 'append', event }));
  const leaving = allSlots(state).flatMap<Command>((slot) =>
    (slot.out === 'stopped' || slot.out === 'quarantined') && slot.call
      ? [interruptStopped(slot.slot, slot.call.callId)]
      : [],
  );
  if (leaving.length > 0) return leaving;
  if (state.slots.length === 1) return decideSingle(state);
  if (state.phase === 'presenting') return decidePresentation(state);
  if (timesHit(state, 'turnSeconds') > 0) return conclude(state);
  if (isBudgetSpent(state)) return concludeWithin(state);
  return decidesByEvidence(state.team) ? decideEvidence(state) : decideCoordination(state);
}

/**
 * P16: no further model request begins and those in flight end. A reply that is complete is paid for and still counts, and while
 * nothing is published the answer that is furthest may come to its end within a small overrun.
 */
function concludeWithin(state: RunState): Command[] {
  const inFlight = allSlots(state).filter(({ call }) => call !== null && call.request !== 'complete');
  const spared = state.answers.length === 0 ? furthestWithinOverrun(state, inFlight) : null;
  const ending = inFlight.filter((slot) => slot !== spared);
  if (ending.length > 0) return ending.map(({ slot, call }) => interruptStopped(slot, call?.callId ?? ''));
  return allSlots(state).some(({ call }) => call !== null) ? [] : conclude(state);
}

function interruptStopped(slot: string, callId: string): Command {
  return { type: 'interrupt', slot, callId, outcome: 'stopped' };
}

/** P16: the slot has used its calls and would need another. */
function newlyExhausted(state: RunState): DraftEvent[] {
  const most = state.team?.limits.callsPerAgent ?? Number.POSITIVE_INFINITY;
  if (state.phase === 'presenting' || state.presentation?.done) return [];
  return state.slots.flatMap<DraftEvent>(({ slot, out, call, calls }) =>
    out === null && call === null && calls >= most && !validVoteOf(state, slot)
      ? [{ type: 'bound.hit', bound: 'callsPerAgent', slot }]
      : [],
  );
}
