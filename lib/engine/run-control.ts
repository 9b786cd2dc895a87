import type { ApprovalChoice, ApprovalScope } from '@/lib/protocol/event';
import type { AnswerId, Slot } from '@/lib/protocol/team';

/** What a person wants of a run that goes on (P20). */
export type RunControl =
  /** Absent `slot` = the whole run. */
  | { type: 'stop'; slot?: Slot }
  | { type: 'answerNow' }
  /** Absent `slot` = to all. */
  | { type: 'steer'; slot?: Slot; text: string }
  | { type: 'choose'; answerId: AnswerId }
  | {
      type: 'decideApproval';
      approvalId: string;
      decision: ApprovalChoice;
      scope: ApprovalScope;
      arguments?: Record<string, unknown>;
    };

/** `conflict`: the run is over; `invalid`: no such slot or answer; `unavailable`: no process drives the run at the moment. */
export type ControlReply = { ok: true } | { ok: false; code: 'conflict' | 'invalid' | 'unavailable'; message: string };
