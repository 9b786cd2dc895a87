import { timesHit } from '@/lib/protocol/bounds';
import { stopEvent } from '@/lib/protocol/decide-conclusion';
import { decidesByEvidence } from '@/lib/protocol/decision/decides-by-evidence';
import type {
  AgentReadmitted,
  AgentStopped,
  BoundHit,
  RunStopped,
  SteerReceived,
  WinnerChosen,
} from '@/lib/protocol/event';
import type { Approval, RunState } from '@/lib/protocol/state';
import type { Slot } from '@/lib/protocol/team';
import type { ApprovalDecided } from '@/lib/protocol/tool-event';
import { answerOf } from '@/lib/protocol/voting/current-answers';
import { tally } from '@/lib/protocol/voting/tally';
import type { RunControl } from './run-control';

type ControlEvent =
  | ApprovalDecided
  | RunStopped
  | AgentReadmitted
  | AgentStopped
  | BoundHit
  | SteerReceived
  | WinnerChosen;

/** Arguments that a person puts in place of those of a call, checked by whoever runs the tool. */
export type ArgumentCheck = (approval: Approval, given: Record<string, unknown>) => ControlProblem | null;

interface ControlProblem {
  path: string;
  message: string;
}

interface Refusal {
  refused: string;
  /** What of the request is wrong. */
  field?: ControlProblem;
}

/** A person's word as an event of the log, or why it means nothing in this run. */
export function controlEvent(state: RunState, control: RunControl, check: ArgumentCheck): ControlEvent | Refusal {
  const event = eventOf(state, control, check);
  if ('refused' in event) return event;
  const { controlId, by } = control;
  return { ...event, ...(controlId !== undefined && { controlId }), ...(by && { by: { userId: by.userId } }) };
}

function eventOf(state: RunState, control: RunControl, check: ArgumentCheck): ControlEvent | Refusal {
  if ('slot' in control && control.slot !== undefined && !state.slots.some(({ slot }) => slot === control.slot)) {
    return { refused: `There is no slot ${control.slot} in this run.` };
  }
  switch (control.type) {
    case 'stop':
      return control.slot === undefined ? stopEvent(state) : { type: 'agent.stopped', slot: control.slot };
    case 'answerNow':
      return { type: 'bound.hit', bound: 'answerNow' };
    case 'capReached':
      return timesHit(state, 'maxCostUsd') > 0
        ? { refused: 'The cap is known to be reached.' }
        : { type: 'bound.hit', bound: 'maxCostUsd' };
    case 'askAgain':
      return readmitted(state, control.slot);
    case 'steer':
      return {
        type: 'steer.received',
        ...(control.slot === undefined ? {} : { slot: control.slot }),
        text: control.text,
      };
    case 'choose':
      return answerOf(state, control.answerId)
        ? {
            type: 'winner.chosen',
            answerId: control.answerId,
            rule: 'human',
            tally: tally(state),
            ...(decidesByEvidence(state.team) && { decidedBy: 'person' as const }),
          }
        : { refused: `There is no answer ${control.answerId} in this run.` };
    case 'decideApproval':
      return approvalDecided(state, control, check);
  }
}

function readmitted(state: RunState, slot: Slot): AgentReadmitted | { refused: string } {
  const out = state.slots.find((candidate) => candidate.slot === slot)?.out;
  if (out !== 'quarantined') return { refused: `${slot} has not dropped out after errors.` };
  if (state.phase === 'presenting') return { refused: 'The final answer is being written already.' };
  return { type: 'agent.readmitted', slot };
}

function approvalDecided(
  state: RunState,
  {
    approvalId,
    decision,
    scope,
    arguments: changed,
    content,
    cancelled,
  }: Extract<RunControl, { type: 'decideApproval' }>,
  check: ArgumentCheck,
): ApprovalDecided | Refusal {
  const approval = state.approvals.find((candidate) => candidate.approvalId === approvalId);
  if (!approval) return { refused: `There is no approval ${approvalId} in this run.` };
  if (approval.decision !== null) return { refused: 'This has been decided before.' };
  const problem = decision === 'allow' && changed !== undefined ? check(approval, changed) : null;
  if (problem) return { refused: 'The tool cannot be used with these arguments.', field: problem };
  return {
    type: 'approval.decided',
    slot: approval.slot,
    approvalId,
    decision,
    scope,
    ...(changed === undefined ? {} : { arguments: changed }),
    ...(content === undefined ? {} : { content }),
    ...(cancelled && { cancelled }),
  };
}
