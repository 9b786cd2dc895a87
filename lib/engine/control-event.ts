import { stopEvent } from '@/lib/protocol/decide-conclusion';
import type {
  AgentStopped,
  ApprovalDecided,
  BoundHit,
  RunStopped,
  SteerReceived,
  WinnerChosen,
} from '@/lib/protocol/event';
import type { RunState } from '@/lib/protocol/state';
import { answerOf } from '@/lib/protocol/voting/current-answers';
import { tally } from '@/lib/protocol/voting/tally';
import type { RunControl } from './run-control';

type ControlEvent = ApprovalDecided | RunStopped | AgentStopped | BoundHit | SteerReceived | WinnerChosen;

/** A person's word as an event of the log, or why it means nothing in this run. */
export function controlEvent(state: RunState, control: RunControl): ControlEvent | { refused: string } {
  if ('slot' in control && control.slot !== undefined && !state.slots.some(({ slot }) => slot === control.slot)) {
    return { refused: `There is no slot ${control.slot} in this run.` };
  }
  switch (control.type) {
    case 'stop':
      return control.slot === undefined ? stopEvent(state) : { type: 'agent.stopped', slot: control.slot };
    case 'answerNow':
      return { type: 'bound.hit', bound: 'answerNow' };
    case 'steer':
      return {
        type: 'steer.received',
        ...(control.slot === undefined ? {} : { slot: control.slot }),
        text: control.text,
      };
    case 'choose':
      return answerOf(state, control.answerId)
        ? { type: 'winner.chosen', answerId: control.answerId, rule: 'human', tally: tally(state) }
        : { refused: `There is no answer ${control.answerId} in this run.` };
    case 'decideApproval':
      return approvalDecided(state, control);
  }
}

function approvalDecided(
  state: RunState,
  { approvalId, decision, scope, arguments: changed }: Extract<RunControl, { type: 'decideApproval' }>,
): ApprovalDecided | { refused: string } {
  const approval = state.approvals.find((candidate) => candidate.approvalId === approvalId);
  if (!approval) return { refused: `There is no approval ${approvalId} in this run.` };
  if (approval.decision !== null) return { refused: 'This has been decided before.' };
  return {
    type: 'approval.decided',
    slot: approval.slot,
    approvalId,
    decision,
    scope,
    ...(changed === undefined ? {} : { arguments: changed }),
  };
}
