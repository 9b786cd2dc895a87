import type { EventStamp } from './event';
import type { Approval, RunState } from './state';
import type { ApprovalDecided, ApprovalRequested, ApprovalScope } from './tool-event';
import { slotOf, updateSlot } from './update-slot';

/** Who waits for a person's leave, and what the person said. */
export function evolveApproval(state: RunState, event: EventStamp & (ApprovalRequested | ApprovalDecided)): RunState {
  if (event.type === 'approval.requested') {
    const { approvalId, slot, callId, toolCallId, server, tool, because, kind, elicitation, sampling } = event;
    const request = {
      approvalId,
      slot,
      callId,
      toolCallId,
      ...(server === undefined ? {} : { server }),
      tool,
      because,
      ...(kind && kind !== 'tool' && { kind }),
      ...(elicitation && { elicitation }),
      ...(sampling && { sampling }),
    };
    const asked = { arguments: event.arguments, at: event.at };
    const approval = { ...request, ...asked, decision: null, scope: 'once' as const };
    return { ...state, approvals: [...state.approvals, approval] };
  }
  const { approvalId, decision, scope } = event;
  const decided = state.approvals.find((approval) => approval.approvalId === approvalId && approval.decision === null);
  if (!decided) return state;
  const changed = decision === 'allow' ? event.arguments : undefined;
  const asked = decided.kind === undefined ? (changed ?? decided.arguments) : decided.arguments;
  const after: Approval = { ...decided, decision, scope, arguments: asked };
  const approvals = state.approvals.map((approval) => (approval === decided ? after : approval));
  if (decision !== 'allow' || decided.kind !== undefined) return { ...state, approvals };
  return withLeave({ ...state, approvals }, decided, { scope, changed });
}

/** A call runs with what a person has changed its arguments to, so this, and that a person has allowed it, is what stands in the slot's history. */
function withLeave(
  state: RunState,
  { slot, toolCallId }: Approval,
  { scope, changed }: { scope: ApprovalScope; changed: Record<string, unknown> | undefined },
): RunState {
  return updateSlot(state, slot, (before) => ({
    ...before,
    items: before.items.map((item) =>
      item.kind === 'tool' && item.toolCallId === toolCallId
        ? { ...item, allowed: scope, ...(changed && { arguments: changed, isChanged: true }) }
        : item,
    ),
  }));
}

/** An approval waits only as long as its call goes on. */
export function lapseApprovals(state: RunState): RunState {
  return lapse(state, ({ callId, slot }) => slotOf(state, slot)?.call?.callId === callId);
}

/** After a crash nobody waits any more but the engine, for leave to run a tool of its sources (P22): what a server asked went with its connection. */
export function lapseOwnApprovals(state: RunState): RunState {
  return lapse(state, ({ server, kind }) => server !== undefined && kind === undefined);
}

function lapse(state: RunState, stays: (approval: Approval) => boolean): RunState {
  if (state.approvals.every((approval) => approval.decision !== null || stays(approval))) return state;
  const approvals = state.approvals.map((approval) =>
    approval.decision !== null || stays(approval) ? approval : { ...approval, decision: 'lapsed' as const },
  );
  return { ...state, approvals };
}
