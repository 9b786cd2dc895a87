import type { Of, OfCall, OfSlot } from '../event-base';
import type { AnswerId, Slot } from '../team';
import type { CheckFinding } from './checks/check';

/** What was found about two answers; `unknown` = the rule cannot tell. */
export interface PairFinding {
  a: AnswerId;
  b: AnswerId;
  is: 'same' | 'different' | 'unknown';
  by: 'rule' | 'comparison';
}

/** Answers that reach the same conclusion (P24), and what has newly been found about pairs of them. */
export interface ClassesFound extends Of<'classes.found'> {
  /** Of the comparison that found it; absent = found by rule. */
  slot?: Slot;
  callId?: string;
  /** All of now; `how` it is known that they are equal, `null` for one answer alone. */
  classes: { answerIds: AnswerId[]; how: 'rule' | 'comparison' | null }[];
  findings: PairFinding[];
  /** Answers whose author had been shown an equal one: they join the class and add no support. */
  echoes?: AnswerId[];
}

/** A member's scores for what it was shown, 0–10; `{}` = it abstained (P28). */
export interface BallotCast extends OfCall<'ballot.cast'> {
  scores: Record<AnswerId, number>;
  reason: string;
}

/** What the judge said with the lines in this order; `null` = none is better. */
export interface VerdictGiven extends OfCall<'verdict.given'> {
  order: AnswerId[];
  answerId: AnswerId | null;
  reason: string;
}

/** What a check says of an answer (P32). */
export interface CheckFinished extends Of<'check.finished'>, CheckFinding {
  /** Of the critic; absent = a program checked. */
  slot?: Slot;
  callId?: string;
  answerId: AnswerId;
  check: string;
}

/** What holds in both orders; `null` = the verdict did not survive the swap (P29). */
export interface JudgeDecided extends OfSlot<'judge.decided'> {
  answerId: AnswerId | null;
}
