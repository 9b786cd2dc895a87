import { ATTEMPTS_PER_CALL } from '@/lib/protocol/constants';
import { judgeStep } from '@/lib/protocol/judge-step';
import { parseTextAction } from '@/lib/protocol/parse-text-action';
import type { ToolCallPart } from '@/lib/protocol/prompt-message';
import type { TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import type { ActiveCall, CallHost } from './run-call';
import type { EventDraft } from './run-log';
import type { StepResult } from './run-step';

const NO_TOOL_CALL = 'Your reply did not act. Call exactly one of the tools now.';
const NO_TEXT_ACTION =
  'Your reply did not act. End it with exactly one fenced JSON block {"tool": …, "arguments": {…}} and nothing behind it.';

/** Writes what the model did in a step and what the protocol says to it: the call has acted, or it is asked again, or it has failed (P14). */
export function judgeReply(host: CallHost, call: ActiveCall, agent: TeamAgent, reply: StepResult): void {
  const { slot, callId } = call;
  const actions = actionsOf(agent, reply, `${callId}-${host.state.seq}`);
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

function actionsOf(agent: TeamAgent, reply: StepResult, toolCallId: string): ToolCallPart[] {
  if (agent.canCallTools) return reply.toolCalls;
  const action = parseTextAction(reply.text, toolCallId);
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
