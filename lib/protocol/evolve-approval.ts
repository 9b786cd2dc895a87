import type { EventStamp } from './event';
import type { Approval, RunState, ServerReply, SlotItem } from './state';
import type { Slot } from './team';
import type { ApprovalDecided, ApprovalRequested, ApprovalScope, Asked } from './tool-event';
import { slotOf, updateSlot } from './update-slot';

type ToolItem = Extract<SlotItem, { kind: 'tool' }>;

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
  const { approvalId, decision, scope, by } = event;
  const decided = state.approvals.find((approval) => approval.approvalId === approvalId && approval.decision === null);
  if (!decided) return state;
  const changed = decision === 'allow' ? event.arguments : undefined;
  const asked = decided.kind === undefined ? (changed ?? decided.arguments) : decided.arguments;
  const after: Approval = { ...decided, decision, scope, arguments: asked };
  const approvals = state.approvals.map((approval) => (approval === decided ? after : approval));
  const next = { ...state, approvals };
  if (decided.kind !== undefined) return withReply(next, decided, event);
  return decision === 'allow' ? withLeave(next, decided, { scope, changed, by }) : next;
}

/** A call runs with what a person has changed its arguments to, so this, and that a person has allowed it, is what stands in the slot's history. */
function withLeave(
  state: RunState,
  { slot, toolCallId }: Approval,
  { scope, changed, by }: { scope: ApprovalScope; changed: Record<string, unknown> | undefined; by: Asked['by'] },
): RunState {
  const leave = {
    allowed: scope,
    ...(by && { allowedBy: by }),
    ...(changed && { arguments: changed, isChanged: true }),
  };
  return updateTool(state, slot, toolCallId, (item) => ({ ...item, ...leave }));
}

/** Who has answered what the server asked while its tool ran, and how. */
function withReply(state: RunState, decided: Approval, event: ApprovalDecided): RunState {
  const { decision, cancelled, expired, by } = event;
  const how = decision === 'allow' ? 'given' : cancelled ? 'dismissed' : expired ? 'expired' : 'declined';
  return withReplyOn(state, decided, { how, ...(by && { by }) });
}

function withReplyOn(
  state: RunState,
  { slot, toolCallId, kind }: Approval,
  reply: Omit<ServerReply, 'kind'>,
): RunState {
  const told = { kind: kind ?? 'elicitation', ...reply } satisfies ServerReply;
  return updateTool(state, slot, toolCallId, (item) => ({ ...item, replies: [...(item.replies ?? []), told] }));
}

function updateTool(state: RunState, slot: Slot, toolCallId: string, change: (item: ToolItem) => ToolItem): RunState {
  return updateSlot(state, slot, (before) => ({
    ...before,
    items: before.items.map((item) => (item.kind === 'tool' && item.toolCallId === toolCallId ? change(item) : item)),
  }));
}

/** An approval waits only as long as its call goes on. */
export function lapseApprovals(state: RunState): RunState {
  return lapse(state, ({ callId, slot }) => slotOf(state, slot)?.call?.callId === callId);
}

/** After a crash nobody waits any more but the engine, for leave to run a tool of its sources (P22): what a server asked went with its connection. */
export function lapseOwnApprovals(state: RunState): RunState {
  const lost = state.approvals.filter(({ decision, kind }) => decision === null && kind !== undefined);
  return lost.reduce(
    loseQuestion,
    lapse(state, ({ server, kind }) => server !== undefined && kind === undefined),
  );
}

/** People read that it was asked, and why nobody has answered. */
function loseQuestion(state: RunState, lost: Approval): RunState {
  const told = withReplyOn(state, lost, { how: 'lost' });
  const approvals = told.approvals.map((approval) =>
    approval.approvalId === lost.approvalId ? { ...approval, isLost: true as const } : approval,
  );
  return { ...told, approvals };
}

function lapse(state: RunState, stays: (approval: Approval) => boolean): RunState {
  if (state.approvals.every((approval) => approval.decision !== null || stays(approval))) return state;
  const approvals = state.approvals.map((approval) =>
    approval.decision !== null || stays(approval) ? approval : { ...approval, decision: 'lapsed' as const },
  );
  return { ...state, approvals };
}
