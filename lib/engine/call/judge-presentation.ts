import { BackendError } from '@/lib/agents/backend-error';
import { ATTEMPTS_PER_CALL } from '@/lib/protocol/constants';
import type { TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import { CAPTURE_PATIENCE_MS } from '../engine-settings';
import type { ActiveCall, CallHost } from './active-call';
import { calledTools, runUses } from './call-uses';
import type { StepResult } from './run-step';

/**
 * Ends a presentation whose text is whole. One that a limit has cut is asked to go on where it stops; if that does not bring it to its end
 * either, it ends as what it is: cut (P18).
 */
export async function judgePresentation(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  reply: StepResult,
): Promise<void> {
  const { slot, callId } = call;
  if (call.tools && (await runOffered(host, call, agent, reply))) return;
  // Behind the run's end nothing more can be written.
  await host.contexts?.stored(CAPTURE_PATIENCE_MS);
  if (call.controller.signal.aborted) return;
  if (reply.reason === 'malformed')
    throw new BackendError('protocol', `The reply could not be read (“${reply.said}”).`);
  if (reply.reason !== 'length' && reply.reason !== 'paused')
    return host.conclude(call, { type: 'agent.finished', slot, callId, outcome: 'presented' });
  const hasText = reply.text.trim() !== '';
  if (!hasText && settledOf(host, call) === 0)
    throw new BackendError('output_limit', `${limitWords(reply)} before the first word of the answer.`);
  const attempt = (slotOf(host.state, slot)?.call?.attempts ?? 0) + 1;
  if (attempt < ATTEMPTS_PER_CALL && hasText) {
    const because = `${limitWords(reply)} before the answer was whole: it goes on where it stopped.`;
    host.append({ type: 'agent.reminded', slot, callId, attempt, because });
    return;
  }
  const cut = `${limitWords(reply)} before the answer was whole, ${attempt} times.`;
  host.conclude(call, { type: 'agent.finished', slot, callId, outcome: 'presented', cut });
}

/** Runs the tools that the reply calls. True = the presentation goes on with what came of them. */
async function runOffered(host: CallHost, call: ActiveCall, agent: TeamAgent, reply: StepResult): Promise<boolean> {
  const { slot, callId } = call;
  const { uses, actions } = calledTools(host, call, agent, reply);
  if (uses.length === 0 && actions.length === 0) return false;
  host.atOnce(() => {
    for (const { toolCallId, tool, arguments: args } of actions) {
      const result = `There is no tool named ${tool} here.`;
      host.append({ type: 'tool.called', slot, callId, toolCallId, tool, arguments: args });
      host.append({ type: 'tool.finished', slot, callId, toolCallId, tool, result, isError: true, tookMs: 0 });
    }
  });
  await runUses(host, call, agent, uses);
  return true;
}

/**
 * When the rest of a cut presentation cannot be had, because the provider refuses to go on or there is no room for it, what there is stands
 * as cut. True = the call is concluded.
 */
export function concludeCut(host: CallHost, call: ActiveCall, error: unknown): boolean {
  const { slot, callId } = call;
  if (!(error instanceof BackendError) || error.retryable) return false;
  if (settledOf(host, call) === 0) return false;
  const cut = `The answer reached a limit, and the rest of it could not be had: ${error.message}`;
  host.conclude(call, { type: 'agent.finished', slot, callId, outcome: 'presented', cut });
  return true;
}

/** Characters that earlier replies of the presentation have written. The log may not have all of the present one yet. */
function settledOf(host: CallHost, { callId }: ActiveCall): number {
  const { presentation } = host.state;
  return presentation?.callId === callId ? presentation.settled : 0;
}

function limitWords({ reason, said }: StepResult): string {
  return reason === 'paused'
    ? 'The model paused'
    : `The model’s limit on output${said ? ` (“${said}”)` : ''} ended the reply`;
}
