import type { ApprovalDecided, ApprovalRequested, EventStamp } from './event';
import type { RunState } from './state';
import { slotOf } from './update-slot';

/** Who waits for a person's leave, and what the person said. */
export function evolveApproval(state: RunState, event: EventStamp & (ApprovalRequested | ApprovalDecided)): RunState {
  if (event.type === 'approval.requested') {
    const { approvalId, slot, callId, toolCallId, server, tool, because } = event;
    const request = {
      approvalId,
      slot,
      callId,
      toolCallId,
      ...(server === undefined ? {} : { server }),
      tool,
      because,
    };
    const approval = { ...request, arguments: event.arguments, decision: null, scope: 'once' as const };
    return { ...state, approvals: [...state.approvals, approval] };
  }
  const { approvalId, decision, scope } = event;
  return {
    ...state,
    approvals: state.approvals.map((approval) =>
      approval.approvalId === approvalId && approval.decision === null ? { ...approval, decision, scope } : approval,
    ),
  };
}

/** An approval waits only as long as its call goes on. */
export function lapseApprovals(state: RunState): RunState {
  const isOpen = (callId: string, slot: string) => slotOf(state, slot)?.call?.callId === callId;
  if (state.approvals.every(({ decision, callId, slot }) => decision !== null || isOpen(callId, slot))) return state;
  return {
    ...state,
    approvals: state.approvals.map((approval) =>
      approval.decision !== null || isOpen(approval.callId, approval.slot)
        ? approval
        : { ...approval, decision: 'lapsed' },
    ),
  };
}

/** A person has allowed this tool for the rest of the run. */
export function isAllowedForRun(state: RunState, slot: string, tool: string): boolean {
  return state.approvals.some(
    (approval) =>
      approval.slot === slot && approval.tool === tool && approval.scope === 'run' && approval.decision === 'allow',
  );
}
