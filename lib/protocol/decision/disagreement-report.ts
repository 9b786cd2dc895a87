import type { AnswerId, Slot } from '../team';
import type { DecidedBy } from './decision';

/** Who stands where: the slots whose current answers reach one conclusion. */
export interface Position {
  /** The answer that stands for it. */
  answerId: AnswerId;
  answers: AnswerId[];
  slots: Slot[];
  /** Of these, who was shown an equal answer first. */
  echoes: Slot[];
  isWinner: boolean;
  /** How it is known that they are equal; `null` for one answer alone. */
  equalBy: 'rule' | 'comparison' | null;
  /** What checks said of the answer that stands for it. `null` = they came to no result. */
  checks: { check: string; passed: boolean | null }[];
}

/** How sure the outcome is. `open` = nothing speaks for it but the order of the rule. */
export type Sureness = 'almost certain' | 'very likely' | 'likely' | 'more likely than not' | 'open';

export interface DisagreementReport {
  /** The winner's first, then by support. */
  positions: Position[];
  /** Slots without an answer that counts. */
  silent: Slot[];
  doAllAgree: boolean;
  /** `null` while nothing is decided. */
  decidedBy: DecidedBy | 'person' | null;
  sureness: Sureness;
  /** Answers on which no check came to a result. */
  unchecked: AnswerId[];
  /** Positions of which it is not known whether they differ. */
  unclear: [AnswerId, AnswerId][];
  /** All of it in words, for people and for the presenter. */
  sentences: string[];
  /** The same in at most three lines. */
  summary: string[];
}
