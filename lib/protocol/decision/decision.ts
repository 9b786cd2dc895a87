import type { AnswerId, Slot } from '../team';
import type { BallotPaper } from './ballot-lines';

/** What made the winner the winner. */
export type DecidedBy =
  | 'only answer'
  | 'agreement'
  | 'evidence'
  | 'lead'
  | 'support'
  | 'ballots'
  | 'judge'
  | 'reliability'
  | 'most supporters'
  | 'fewest versions'
  | 'earliest';

/**
 * What is needed now. It names everything that is wanted, also what is under way: the engine begins what it has not begun, waits for the
 * rest, and asks again after each event. At `winner` it interrupts whatever still goes on.
 */
export type Decision =
  /** Versions of these slots. `sees` is empty for first versions, else one answer of each class. */
  | { do: 'ask'; slots: Slot[]; sees: AnswerId[] }
  /** One blind call says of each pair of these whether they are the same. */
  | { do: 'compare'; answers: AnswerId[] }
  | { do: 'check'; checks: { check: string; answerId: AnswerId }[] }
  | { do: 'ballot'; ballots: BallotPaper[] }
  /** The same lines in both orders. */
  | { do: 'judge'; orders: [AnswerId[], AnswerId[]] }
  /** `null` when nobody has answered and nobody can be asked. */
  | { do: 'winner'; answerId: AnswerId | null; by: DecidedBy };
