import { hasUsedAnswers } from '../bounds';
import { rateOf } from '../reliability/logged-rates';
import type { RunState, SlotState } from '../state';
import type { AnswerId, Slot, Team, TeamAgent } from '../team';
import { slotOf } from '../update-slot';
import { currentAnswers } from '../voting/current-answers';
import { ratedCheck } from './checks/check-rates';
import { checkResults, failsChecks } from './checks/check-results';
import { checksOf } from './checks/checks-of';
import { type DecisionState, NOTHING_DECIDED } from './decision-state';
import { COMPARER, cheapestMember, judgeSlot } from './helpers';
import type { DecisionSlot, DecisionView, Finding, JudgeVerdict } from './view';

const MOST_COMPARISONS = 2;

/** What the rule is shown of a run: folded from its log, without a word that an agent wrote. */
export function viewOf(state: RunState, isClosing = false): DecisionView {
  const { team, decision = NOTHING_DECIDED } = state;
  if (!team) throw new Error('The run has not begun.');
  const { depth = 'all', ballots, judge } = team.coordination;
  return {
    seed: state.seed,
    depth,
    ballots: ballots === 'never' ? 'never' : 'open',
    judge: judge ? { accuracy: null } : null,
    slots: team.agents.flatMap((agent) => {
      const slot = slotOf(state, agent.slot);
      if (!slot) return [];
      const seen = viewOfSlot(state, team, agent, slot, decision);
      // With nothing more to come, what stands is all there is, also of who was to look again.
      return [isClosing ? { ...seen, stage: 'done' as const } : seen];
    }),
    findings: decision.findings.filter((pair): pair is Finding => pair.is !== 'unknown'),
    comparisonsLeft: comparisonsLeft(state, decision),
    cast: validBallots(state, decision).map(({ slot, scores }) => ({
      slot,
      scores: Object.entries(scores).map(([answerId, score]) => ({
        answerId: answerId as `${string}.${number}`,
        score,
      })),
    })),
    verdicts: judge ? verdicts(state, judgeSlot(judge), decision) : [],
    checks: checksOf(team).map(ratedCheck),
    results: checkResults(state),
    wrongAnswers: null,
    isClosing,
  };
}

function viewOfSlot(
  state: RunState,
  { limits }: Team,
  { slot: name, backend, keepsConversation }: TeamAgent,
  slot: SlotState,
  { echoes }: DecisionState,
): DecisionSlot {
  const answer = currentAnswers(state).find((current) => current.slot === name);
  const isCallable = slot.out === null && slot.calls < limits.callsPerAgent;
  const isMending = isCallable && answer !== undefined && isToMend(state, slot, answer.answerId);
  const mayLook = isCallable && answer !== undefined && slot.look !== 'done' && !hasUsedAnswers(state, name);
  return {
    slot: name,
    model: `${backend.type} ${backend.model}`,
    stage: isMending ? 'working' : stageOf(slot, answer !== undefined),
    answer: answer
      ? {
          answerId: answer.answerId,
          version: answer.version,
          seq: answer.seq,
          // Who left without acting on what a person said stands for nothing that was said before.
          isIndependent: !echoes.includes(answer.answerId) && slot.askedAgain === undefined,
        }
      : null,
    reliability: rateOf(state.reliability, name, backend),
    agreement: null,
    look: mayLook ? 'due' : 'done',
    mayVote: isCallable && !keepsConversation,
  };
}

function stageOf({ out, askedAgain, call, calls }: SlotState, hasAnswered: boolean): DecisionSlot['stage'] {
  if (out !== null) return 'done';
  if (hasAnswered) return askedAgain === undefined ? 'done' : 'working';
  return call === null && calls === 0 ? 'unasked' : 'working';
}

/** It fails a check and its author has not yet mended it or stood by it: until then it supports nothing. */
function isToMend(state: RunState, { slot, settled }: SlotState, answerId: AnswerId): boolean {
  return settled !== answerId && failsChecks(state, answerId) && !hasUsedAnswers(state, slot);
}

function comparisonsLeft(state: RunState, { comparisons }: DecisionState): number {
  const comparer = slotOf(state, COMPARER);
  if (comparer?.out || (!comparer?.call && cheapestMember(state) === null)) return 0;
  return MOST_COMPARISONS - comparisons;
}

/** Scores of whoever knew all that is known now; a new answer, or a person's word to the voter, makes them void. */
function validBallots(state: RunState, { ballots }: DecisionState): DecisionState['ballots'] {
  return ballots.filter(({ slot, askedAt }) => isUpToDate(state, slot, askedAt));
}

/** The judge's verdicts on what stands now; one that can no longer be asked has none. */
function verdicts(state: RunState, slot: Slot, { verdicts: given }: DecisionState): JudgeVerdict[] {
  const valid = given
    .filter(({ askedAt }) => isUpToDate(state, slot, askedAt))
    .map(({ order, answerId }) => ({ order, pick: answerId }));
  const judge = slotOf(state, slot);
  const most = state.team?.limits.callsPerAgent ?? Number.POSITIVE_INFINITY;
  const isGone = judge !== undefined && (judge.out !== null || (!judge.call && judge.calls >= most));
  const none: JudgeVerdict[] = isGone ? [NO_VERDICT, NO_VERDICT].slice(valid.length) : [];
  return [...valid, ...none];
}

const NO_VERDICT: JudgeVerdict = { order: [], pick: null };

/** False when, since that event, somebody has published or a person has spoken to the slot. */
export function isUpToDate(state: RunState, slot: Slot, seq: number): boolean {
  const newest = state.answers.reduce((last, answer) => Math.max(last, answer.seq), 0);
  return seq > newest && seq > (slotOf(state, slot)?.steeredAt ?? 0);
}
