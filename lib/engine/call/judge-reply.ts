import { ATTEMPTS_PER_CALL } from '@/lib/protocol/constants';
import { judgeStep } from '@/lib/protocol/judge-step';
import type { TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import type { EventDraft } from '../log/run-log';
import type { ActiveCall, CallHost } from './active-call';
import { type Action, calledTools, runUses } from './call-uses';
import type { StepResult } from './run-step';

const LIMIT = 'Your reply reached the limit on its length';
const NO_TOOL_CALL = 'Your reply did not act. Call exactly one of the tools now.';
const NO_TEXT_ACTION =
  'Your reply did not act. End it with exactly one fenced JSON block {"tool": …, "arguments": {…}} and nothing behind it.';

/**
 * Writes what the model did in a step and what the protocol says to it: the call has acted, or it is asked again, or it has failed (P14).
 * Who has only used other tools goes on with what came of them.
 */
export async function judgeReply(host: CallHost, call: ActiveCall, agent: TeamAgent, reply: StepResult): Promise<void> {
  if (reply.cutTools.length > 0) {
    askAgain(host, call, cutWords(reply), reply);
    return;
  }
  if (reply.reason === 'malformed') {
    askAgain(host, call, noActionWords(agent, reply), reply);
    return;
  }
  const { uses, actions } = calledTools(host, call, agent, reply);
  await runUses(host, call, agent, uses);
  if (call.controller.signal.aborted || (uses.length > 0 && actions.length === 0)) return;
  judgeActions(host, call, agent, actions, reply);
}

function judgeActions(host: CallHost, call: ActiveCall, agent: TeamAgent, actions: Action[], reply: StepResult): void {
  const { slot, callId } = call;
  if (actions.length === 0) {
    askAgain(host, call, noActionWords(agent, reply), reply);
    return;
  }
  // One piece: nothing may be decided on an action that is written by half.
  host.atOnce(() => {
    for (const { toolCallId, tool, arguments: args, inText } of actions) {
      host.append({ type: 'tool.called', slot, callId, toolCallId, tool, arguments: args, ...(inText && { inText }) });
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

function cutWords({ cutTools }: StepResult): string {
  return `${LIMIT} inside ${cutTools.join(', ')}, so nothing was recorded. Call it again with a much shorter text.`;
}

function noActionWords({ canCallTools }: TeamAgent, { reason }: StepResult): string {
  const ask = canCallTools ? NO_TOOL_CALL : NO_TEXT_ACTION;
  if (reason === 'length') return `${LIMIT} before it acted. Be much shorter. ${ask}`;
  if (reason === 'malformed') return `Your tool call could not be read: its arguments must be one JSON object. ${ask}`;
  return ask;
}

/** `idle` = the reply that did nothing at all; absent = what it did was refused. */
function askAgain(host: CallHost, call: ActiveCall, because: string, idle?: StepResult): void {
  const { slot, callId } = call;
  const attempt = (slotOf(host.state, slot)?.call?.attempts ?? 0) + 1;
  if (attempt < ATTEMPTS_PER_CALL) {
    host.append({ type: 'agent.reminded', slot, callId, attempt, because });
    return;
  }
  // The same limit would end the next call as well.
  const error =
    idle?.reason === 'length'
      ? { code: 'output_limit', message: limitMessage(idle.said) }
      : { code: 'no_action', message: `No valid action in ${ATTEMPTS_PER_CALL} attempts. ${because}` };
  host.conclude(call, { type: 'agent.failed', slot, callId, error, retryable: idle?.reason !== 'length' });
}

function limitMessage(said: string | null): string {
  const word = said === null ? '' : ` (“${said}”)`;
  return `The model’s limit on output${word} ended the reply before it had acted, ${ATTEMPTS_PER_CALL} times, though it was asked to be shorter.`;
}
