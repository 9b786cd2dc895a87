import { isBoardTool } from '@/lib/protocol/board-tools';
import { ATTEMPTS_PER_CALL } from '@/lib/protocol/constants';
import { judgeStep } from '@/lib/protocol/judge-step';
import { parseTextAction } from '@/lib/protocol/parse-text-action';
import type { ToolCallPart } from '@/lib/protocol/prompt-message';
import type { TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import { runBoardTools } from './run-board-tools';
import type { ActiveCall, CallHost } from './run-call';
import type { EventDraft } from './run-log';
import type { StepResult } from './run-step';

const NO_TOOL_CALL = 'Your reply did not act. Call exactly one of the tools now.';
const NO_TEXT_ACTION =
  'Your reply did not act. End it with exactly one fenced JSON block {"tool": …, "arguments": {…}} and nothing behind it.';

/**
 * Writes what the model did in a step and what the protocol says to it: the call has acted, or it is asked again, or it has failed (P14).
 * Who has only used the board goes on with what came of it.
 */
export async function judgeReply(host: CallHost, call: ActiveCall, agent: TeamAgent, reply: StepResult): Promise<void> {
  const { contexts } = host;
  const all = actionsOf(agent, reply, `${call.callId}-${host.state.seq}`, contexts !== null);
  const onBoard = contexts ? all.filter(({ tool }) => isBoardTool(tool)) : [];
  if (contexts && onBoard.length > 0) await runBoardTools(host, call, agent, contexts, onBoard);
  const actions = all.filter((action) => !onBoard.includes(action));
  if (call.controller.signal.aborted || (onBoard.length > 0 && actions.length === 0)) return;
  judgeActions(host, call, agent, actions);
}

function judgeActions(host: CallHost, call: ActiveCall, agent: TeamAgent, actions: ToolCallPart[]): void {
  const { slot, callId } = call;
  if (actions.length === 0) {
    askAgain(host, call, agent.canCallTools ? NO_TOOL_CALL : NO_TEXT_ACTION);
    return;
  }
  // One piece: nothing may be decided on an action that is written by half.
  host.atOnce(() => {
    for (const { toolCallId, tool, arguments: args } of actions) {
      host.append({ type: 'tool.called', slot, callId, toolCallId, tool, arguments: args });
    }
    const began = performance.now();
    const judgement = judgeStep(host.state, slot, actions);
    for (const event of judgement.events) host.append(event as EventDraft);
    const tookMs = Math.round(performance.now() - began);
    for (const { toolCallId, result, isError } of judgement.results) {
      const tool = actions.find((action) => action.toolCallId === toolCallId)?.tool ?? '';
      host.append({ type: 'tool.finished', slot, callId, toolCallId, tool, result, isError, tookMs });
    }
    if (judgement.accepted) return host.conclude(call, { type: 'agent.finished', slot, callId, outcome: 'acted' });
    if (judgement.delivered) host.append({ type: 'context.delivered', slot, callId, ...judgement.delivered, tookMs });
    askAgain(host, call, judgement.because);
  });
}

function actionsOf(agent: TeamAgent, reply: StepResult, toolCallId: string, hasBoard: boolean): ToolCallPart[] {
  if (agent.canCallTools) return reply.toolCalls;
  const action = parseTextAction(reply.text, toolCallId, hasBoard);
  return action ? [action] : [];
}

function askAgain(host: CallHost, call: ActiveCall, because: string): void {
  const { slot, callId } = call;
  const attempt = (slotOf(host.state, slot)?.call?.attempts ?? 0) + 1;
  if (attempt < ATTEMPTS_PER_CALL) {
    host.append({ type: 'agent.reminded', slot, callId, attempt, because });
    return;
  }
  const message = `No valid action in ${ATTEMPTS_PER_CALL} attempts. ${because}`;
  host.conclude(call, { type: 'agent.failed', slot, callId, error: { code: 'no_action', message }, retryable: true });
}
