import type { AnswerId, Slot } from '../team';
import type { CheckFinding } from './checks/check';
import type { ClassesFound, PairFinding } from './decision-event';

/** What of others the author of an answer had been shown: versions and notes. Absent = nothing, or the team does not decide by evidence. */
export interface AnswerSources {
  shown?: AnswerId[];
  shownNotes?: string[];
}

/** Of a slot. */
export interface SlotDecision {
  /** Of a helper: the member whose model it uses, and that its server takes no tools. */
  as?: Slot;
  canCallTools?: false;
  /** Whether it has been shown what others concluded, once: `open` = it has not answered to that yet. Absent = not yet. */
  look?: 'open' | 'done';
  /** Its answer of which it has been told that it fails a check, and the one of which it has acted on that. Absent = none. */
  told?: AnswerId;
  settled?: AnswerId;
  /** `seq` of the steering for which its support is void until it acts again, and of the last one of all. Absent = none. */
  askedAgain?: number;
  steeredAt?: number;
}

/** What the log says of a decision by evidence. */
export interface DecisionState {
  /** The newest ones. */
  classes: ClassesFound['classes'];
  findings: PairFinding[];
  echoes: AnswerId[];
  /** Each check of an answer once. */
  results: ({ answerId: AnswerId; check: string } & CheckFinding)[];
  /** Comparison calls that have come to their end. */
  comparisons: number;
  /** `askedAt` = `seq` of the call's beginning: what changed behind it, it did not know. */
  ballots: { slot: Slot; scores: Record<AnswerId, number>; reason: string; askedAt: number }[];
  verdicts: { order: AnswerId[]; answerId: AnswerId | null; reason: string; askedAt: number }[];
  /** `seq` = of the event. */
  judged: { answerId: AnswerId | null; seq: number } | null;
}

export const NOTHING_DECIDED: DecisionState = {
  classes: [],
  findings: [],
  echoes: [],
  results: [],
  comparisons: 0,
  ballots: [],
  verdicts: [],
  judged: null,
};
