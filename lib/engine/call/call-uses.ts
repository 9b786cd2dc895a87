import { READ_MORE_TOOL } from '@/lib/protocol/board-tools';
import { actionNames } from '@/lib/protocol/decision/action-names';
import { parseTextAction } from '@/lib/protocol/parse-text-action';
import type { ToolCallPart } from '@/lib/protocol/prompt-message';
import { readTextCalls } from '@/lib/protocol/reading/read-text-calls';
import type { TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import { CallTools } from '../tools/call-tools';
import { dispatchTools, type ToolUse } from '../tools/dispatch-tools';
import { readMoreEntry } from '../tools/read-more-entry';
import type { ActiveCall, CallHost } from './active-call';
import type { StepResult } from './run-step';

export type Action = ToolCallPart & { inText?: boolean };

const NOTHING = new CallTools([]);

/** What a reply does: the tools that the engine runs for it, and what is left for the protocol to judge. */
export interface CalledTools {
  uses: ToolUse[];
  actions: Action[];
}

/** By the reply's tool calls, or where it has none by what it says, which a server may have failed to read as a call. */
export function calledTools(host: CallHost, call: ActiveCall, agent: TeamAgent, reply: StepResult): CalledTools {
  const readsOn = (slotOf(host.state, call.slot)?.call?.condensed?.readMore ?? null) !== null;
  const uses: ToolUse[] = [];
  const actions: Action[] = [];
  for (const action of actionsOf(host, call, agent, reply, `${call.callId}-${host.state.seq}`)) {
    const isReadMore = readsOn && action.tool === READ_MORE_TOOL;
    const use = isReadMore ? { ...action, entry: readMoreEntry(host.history) } : call.tools?.meant(action);
    if (use) uses.push(use);
    else actions.push(action);
  }
  return { uses, actions };
}

/** Runs them; what came of them is in the log. */
export async function runUses(host: CallHost, call: ActiveCall, agent: TeamAgent, uses: ToolUse[]): Promise<void> {
  if (uses.length > 0) await dispatchTools(host, call, agent, call.tools ?? NOTHING, uses);
}

function actionsOf(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  reply: StepResult,
  toolCallId: string,
): Action[] {
  if (reply.toolCalls.length > 0) return reply.toolCalls;
  const offered = call.tools?.names ?? [];
  // A final answer may show what looks like an action.
  const actions = actionNames(host.state.team, call.phase);
  const action = agent.canCallTools ? null : parseTextAction(reply.text, toolCallId, [...actions, ...offered]);
  if (action && (actions.length > 0 || offered.includes(action.tool))) return [action];
  return readTextCalls(reply.text, [...actions, ...offered]).map((read, index) => ({
    ...read,
    toolCallId: `${toolCallId}-${index}`,
    inText: true,
  }));
}
