import type { ApprovalDecided, ApprovalRequested, EventStamp } from './event';
import type { Approval, RunState } from './state';
import { slotOf, updateSlot } from './update-slot';

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
  const decided = state.approvals.find((approval) => approval.approvalId === approvalId && approval.decision === null);
  if (!decided) return state;
  const changed = decision === 'allow' ? event.arguments : undefined;
  const after: Approval = { ...decided, decision, scope, arguments: changed ?? decided.arguments };
  const approvals = state.approvals.map((approval) => (approval === decided ? after : approval));
  return withChangedCall({ ...state, approvals }, decided, changed);
}

/** The call runs with what a person changed its arguments to, so this is what stands in the slot's history. */
function withChangedCall(
  state: RunState,
  { slot, toolCallId }: Approval,
  changed: Record<string, unknown> | undefined,
): RunState {
  if (!changed) return state;
  return updateSlot(state, slot, (before) => ({
    ...before,
    items: before.items.map((item) =>
      item.kind === 'tool' && item.toolCallId === toolCallId ? { ...item, arguments: changed, isChanged: true } : item,
    ),
  }));
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
