import type { AnswerId, Slot } from '@/lib/protocol/team';
import type { ApprovalChoice, ApprovalScope } from '@/lib/protocol/tool-event';

/** What a person wants of a run that goes on (P20). */
export type RunControl = {
  /** It has been stored before it came to the driver, which writes it once. */
  controlId?: string;
  /** Who wants it. */
  by?: { userId: string };
} /** Absent `slot` = the whole run. */ & (
  | { type: 'stop'; slot?: Slot }
  | { type: 'answerNow' }
  /** Nobody's word: what may be spent where it runs is spent, by this run and others together. */
  | { type: 'capReached' }
  /** Of a slot that is quarantined. */
  | { type: 'askAgain'; slot: Slot }
  /** Absent `slot` = to all. */
  | { type: 'steer'; slot?: Slot; text: string }
  | { type: 'choose'; answerId: AnswerId }
  | {
      type: 'decideApproval';
      approvalId: string;
      decision: ApprovalChoice;
      scope: ApprovalScope;
      arguments?: Record<string, unknown>;
      /** As in `approval.decided`. */
      content?: Record<string, unknown>;
      cancelled?: true;
    }
);

/** `ok`: it is in the run's log, or stored for whoever drives the run next. `conflict`: the run is over; `invalid`: no such slot or answer; `unavailable`: no process drives the run at the moment. */
export type ControlReply =
  | { ok: true }
  | {
      ok: false;
      code: 'conflict' | 'invalid' | 'unavailable';
      message: string;
      /** Which of the arguments that a person gave is wrong. */
      field?: { path: string; message: string };
    };

export const NOBODY: ControlReply = {
  ok: false,
  code: 'unavailable',
  message: 'No process drives this run at the moment. It goes on within seconds; try again.',
};
