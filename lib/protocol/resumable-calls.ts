import type { RunState, SlotItem } from './state';
import { allSlots } from './update-slot';

/**
 * Calls in flight that go on after a crash as they are, because a tool that the engine runs waits for a person or has begun to change things: its
 * outcome must not be lost. Every other call starts again (P22).
 */
export function resumableCalls(state: RunState): string[] {
  const isAsked = (toolCallId: string, callId: string) =>
    state.approvals.some(
      (approval) =>
        approval.toolCallId === toolCallId &&
        approval.callId === callId &&
        approval.kind === undefined &&
        (approval.decision === null || approval.decision === 'allow'),
    );
  const keeps = (item: SlotItem, callId: string) =>
    item.kind === 'tool' &&
    item.callId === callId &&
    item.server !== undefined &&
    item.result === null &&
    (item.isStarted === true || isAsked(item.toolCallId, callId));
  return allSlots(state).flatMap(({ call, items }) =>
    call && items.some((item) => keeps(item, call.callId)) ? [call.callId] : [],
  );
}
