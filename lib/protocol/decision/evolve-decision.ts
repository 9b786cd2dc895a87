import type { EventStamp } from '../event';
import type { RunState } from '../state';
import { slotOf } from '../update-slot';
import type { BallotCast, CheckFinished, ClassesFound, JudgeDecided, VerdictGiven } from './decision-event';
import { type DecisionState, NOTHING_DECIDED } from './decision-state';

type Decided = ClassesFound | CheckFinished | BallotCast | VerdictGiven | JudgeDecided;

/** What is found and said of answers where the team decides by evidence. */
export function evolveDecision(state: RunState, event: EventStamp & Decided): RunState {
  return { ...state, decision: next(state, state.decision ?? NOTHING_DECIDED, event) };
}

function next(state: RunState, before: DecisionState, event: EventStamp & Decided): DecisionState {
  switch (event.type) {
    case 'classes.found': {
      const { classes, findings, echoes = [], callId } = event;
      return {
        ...before,
        classes,
        findings: [...before.findings, ...findings],
        echoes,
        comparisons: before.comparisons + (callId === undefined ? 0 : 1),
      };
    }
    case 'check.finished': {
      const { answerId, check, outcome, because } = event;
      const isKnown = before.results.some((result) => result.answerId === answerId && result.check === check);
      return isKnown ? before : { ...before, results: [...before.results, { answerId, check, outcome, because }] };
    }
    case 'ballot.cast': {
      const { slot, scores, reason } = event;
      const askedAt = slotOf(state, slot)?.call?.startedSeq ?? event.seq;
      const others = before.ballots.filter((ballot) => ballot.slot !== slot);
      return { ...before, ballots: [...others, { slot, scores, reason, askedAt }] };
    }
    case 'verdict.given': {
      const { slot, order, answerId, reason } = event;
      const askedAt = slotOf(state, slot)?.call?.startedSeq ?? event.seq;
      return { ...before, verdicts: [...before.verdicts, { order, answerId, reason, askedAt }], judged: null };
    }
    case 'judge.decided':
      return { ...before, judged: { answerId: event.answerId, seq: event.seq } };
  }
}
