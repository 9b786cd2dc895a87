import { askPerson } from '../ask-person';
import { backOffMs } from '../back-off';
import type { Command } from '../command';
import { failure } from '../decide-conclusion';
import { answerNowRequested } from '../decide-coordination';
import { initialSlot } from '../initial-state';
import type { RunState, SlotState } from '../state';
import type { AnswerId, Slot } from '../team';
import { allSlots, slotOf } from '../update-slot';
import { readingOrder } from '../voting/ballot';
import { currentAnswers } from '../voting/current-answers';
import { answerClasses, currentMembers } from './answer-classes';
import { performChecks } from './checks/perform-checks';
import { bestByEvidence, winnerEvent } from './choose-by-evidence';
import { decideSelection } from './decide-selection';
import type { Decision } from './decision';
import { missingChecks } from './evidence';
import { COMPARER, cheapestMember, judgeSlot } from './helpers';
import type { DecisionView } from './view';
import { isUpToDate, viewOf } from './view-of';

type Start = Extract<Command, { type: 'startCall' }>;

/** The phase `coordinating` of a team that decides by evidence: who is interrupted, who is asked what, who has won (P24–P29). */
export function decideEvidence(state: RunState): Command[] {
  if (answerNowRequested(state)) return won(state, bestByEvidence(state));
  const outdated = allSlots(state).filter((slot) => isOutdated(state, slot));
  if (outdated.length > 0)
    return outdated.map(({ slot, call }) => ({
      type: 'interrupt',
      slot,
      callId: call?.callId ?? '',
      outcome: 'outdated',
    }));
  const view = viewOf(state);
  return carriedOut(state, view, decideSelection(view));
}

/** The step in flight can no longer count: a person has spoken to the slot, or what it judges is not what stands now (P12). */
function isOutdated(state: RunState, { slot, call, pendingSteers }: SlotState): boolean {
  if (!call || call.hasToolWork) return false;
  if (pendingSteers.length > 0) return true;
  if (call.phase === 'check') return call.lines?.every((line) => !isCurrent(state, line)) ?? false;
  return (call.phase === 'ballot' || call.phase === 'judge') && !isUpToDate(state, slot, call.startedSeq);
}

function carriedOut(state: RunState, view: DecisionView, decision: Decision): Command[] {
  switch (decision.do) {
    case 'ask':
      return decision.slots.flatMap((slot) => ask(state, view, slot, decision.sees));
    case 'compare':
      return [...compare(state, decision.answers), ...whoElseIsAsked(state, view)];
    case 'ballot':
      return decision.ballots
        .filter(({ slot }) => view.cast.every((ballot) => ballot.slot !== slot))
        .flatMap(({ slot, lines }) => start(state, { slot, phase: 'ballot', lines }));
    case 'judge':
      return judge(state, view, decision.orders);
    case 'winner':
      return won(state, decision);
    case 'check':
      return [...performChecks(state, decision.checks, (call) => start(state, call)), ...whoElseIsAsked(state, view)];
  }
}

/** A first version, or a look at what others concluded: one answer of each class that the slot does not hold itself, once. */
function ask(state: RunState, view: DecisionView, slot: Slot, sees: AnswerId[]): Start[] {
  if (sees.length === 0) return start(state, { slot, phase: 'coordination' });
  const own = answerClasses(view).find((members) => members.some(({ answer }) => isOf(answer.answerId, slot)));
  const ownIds = (own ?? []).map(({ answer }) => answer.answerId);
  const order = readingOrder(state, slot);
  const lines = sees
    .filter((answerId) => !ownIds.includes(answerId))
    .sort((a, b) => order.indexOf(authorOf(a)) - order.indexOf(authorOf(b)));
  return start(state, { slot, phase: 'coordination', lines });
}

function compare(state: RunState, lines: AnswerId[]): Start[] {
  const as = slotOf(state, COMPARER)?.as ?? cheapestMember(state);
  return as === null ? [] : start(state, { slot: COMPARER, phase: 'comparison', lines, as });
}

/** Neither a comparison nor a check keeps anybody from being asked where all are asked at once. */
function whoElseIsAsked(state: RunState, view: DecisionView): Command[] {
  if (view.depth !== 'all') return [];
  const missing = missingChecks(view, currentMembers(view)).map((each) => ({ ...each, passed: null }));
  const rest = decideSelection({ ...view, comparisonsLeft: 0, results: [...view.results, ...missing] });
  return rest.do === 'ask' && rest.sees.length === 0 ? carriedOut(state, view, rest) : [];
}

/** Both orders, one after the other; what holds in both is written down. */
function judge(state: RunState, view: DecisionView, orders: AnswerId[][]): Start[] {
  const choice = state.team?.coordination.judge;
  const next = orders[view.verdicts.length];
  return choice && next ? start(state, { slot: judgeSlot(choice), phase: 'judge', lines: next }) : [];
}

/** Nothing where the slot is at work already. A judge that is a member first ends what it does. */
function start(state: RunState, call: Omit<Start, 'type' | 'afterMs'>): Start[] {
  const slot = slotOf(state, call.slot) ?? initialSlot(call.slot);
  return slot.call ? [] : [{ type: 'startCall', ...call, afterMs: backOffMs(state, slot) }];
}

/** Where a person decides they are asked once nothing else is open, and somebody is left to wait for them. */
function won(state: RunState, decision: Extract<Decision, { do: 'winner' }>): Command[] {
  const healthy = state.slots.filter(({ out }) => out === null);
  const isForPerson = state.team?.coordination.voteRule === 'human' && !answerNowRequested(state);
  if (isForPerson && healthy.length > 0 && decision.answerId !== null)
    return askPerson(
      healthy.filter(({ call }) => call === null),
      'nothing is open any more: choose the answer',
    );
  return [{ type: 'append', event: winnerEvent(decision) ?? failure(state) }];
}

function isCurrent(state: RunState, answerId: AnswerId): boolean {
  return currentAnswers(state).some((answer) => answer.answerId === answerId);
}

function authorOf(answerId: AnswerId): Slot {
  return answerId.slice(0, answerId.lastIndexOf('.'));
}

function isOf(answerId: AnswerId, slot: Slot): boolean {
  return authorOf(answerId) === slot;
}
