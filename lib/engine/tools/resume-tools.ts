import { OUTCOME_UNKNOWN } from '@/lib/protocol/interrupt-tools';
import type { SlotItem } from '@/lib/protocol/state';
import type { TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import type { ActiveCall, CallHost } from '../call/active-call';
import { CallTools } from './call-tools';
import { runCalledTool } from './dispatch-tools';

type OpenItem = Extract<SlotItem, { kind: 'tool' }> & { server: string };

const GONE = 'This tool is not available any more.';

/**
 * Brings the tools of a call to their end that a crash has interrupted (P22): what had begun to change things is not run again, what waits for a
 * person goes on waiting under the same id, and what else had no result is run.
 */
export async function resumeTools(host: CallHost, call: ActiveCall, agent: TeamAgent): Promise<void> {
  const tools = call.tools ?? new CallTools([]);
  const items = slotOf(host.state, call.slot)?.items ?? [];
  const open = items.filter((item): item is OpenItem => isOpen(item, call.callId));
  await Promise.all(open.map((item) => resume(host, call, agent, tools, item)));
}

function isOpen(item: SlotItem, callId: string): boolean {
  return item.kind === 'tool' && item.callId === callId && item.server !== undefined && item.result === null;
}

async function resume(host: CallHost, call: ActiveCall, agent: TeamAgent, tools: CallTools, item: OpenItem) {
  const { toolCallId, server, tool, arguments: given } = item;
  const entry = tools.known(server, tool);
  if (item.isStarted || !entry) {
    const result = item.isStarted ? OUTCOME_UNKNOWN : GONE;
    const { slot, callId } = call;
    host.append({ type: 'tool.finished', slot, callId, toolCallId, server, tool, result, isError: true, tookMs: 0 });
    return;
  }
  const asked = host.state.approvals.findLast(
    (approval) => approval.callId === call.callId && approval.toolCallId === toolCallId && !approval.kind,
  );
  const use = { toolCallId, tool, arguments: given, entry };
  await tools.inTurn(entry.tool, () => runCalledTool(host, call, agent, tools, use, asked?.approvalId));
}
