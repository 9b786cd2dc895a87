import type { ToolAnswer } from '@/lib/agents/backend';
import type { ToolCallPart } from '@/lib/protocol/prompt-message';
import type { TeamAgent } from '@/lib/protocol/team';
import type { ActiveCall, CallHost } from '../call/active-call';
import { pauseCall, resumeCall } from '../call/call-clock';
import type { Invocation, ToolOutcome } from '../tool-source';
import { allowTool } from './allow-tool';
import type { CallTools, ToolEntry } from './call-tools';
import { cutResult } from './cut-result';
import { performTool } from './perform-tool';
import { toolScope } from './tool-scope';

/** The call of a tool by a model, with what runs it. */
export interface ToolUse extends ToolCallPart {
  entry: ToolEntry;
  /** Is told when a person is asked, and when they have decided. */
  waits?(isWaiting: boolean): void;
}

/** Of a call that has ended meanwhile. */
const INTERRUPTED: ToolAnswer = { text: 'It was interrupted before this was done.', isError: true };

/**
 * Runs what the model has called in one reply, side by side, with all events: receipts first, results as they come. Never throws: what goes wrong
 * is said to the model.
 */
export function dispatchTools(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  tools: CallTools,
  uses: ToolUse[],
): Promise<ToolAnswer[]> {
  const { slot, callId } = call;
  // All of them first: what is called behind a result belongs to another reply.
  host.atOnce(() => {
    for (const { toolCallId, entry, arguments: args } of uses) {
      const { server, tool, effects, definition } = entry.tool;
      host.append({
        type: 'tool.called',
        slot,
        callId,
        toolCallId,
        server,
        tool,
        ...(definition.name !== tool && { name: definition.name }),
        arguments: args,
        ...(effects !== 'reads' && { effects }),
      });
    }
  });
  return Promise.all(
    uses.map((use) => tools.inTurn(use.entry.tool, () => runCalledTool(host, call, agent, tools, use))),
  );
}

/**
 * Runs a tool whose call is in the log, and writes its result. The call's clock stands still meanwhile.
 * @param approvalId of an approval that was asked for before a crash
 */
export async function runCalledTool(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  tools: CallTools,
  { toolCallId, entry, arguments: given, waits }: ToolUse,
  approvalId?: string,
): Promise<ToolAnswer> {
  const { signal } = call.controller;
  if (signal.aborted) return INTERRUPTED;
  const { source, tool } = entry;
  const invocation: Invocation = { scope: toolScope(host, call, agent), toolCallId, tool, arguments: given };
  pauseCall(call, toolCallId);
  const leave = await allowTool(host, call, source, invocation, { approvalId, waits });
  if (signal.aborted) return INTERRUPTED;
  const began = performance.now();
  const outcome =
    'refused' in leave
      ? { text: leave.refused, isError: true }
      : await tools.place(() => performTool(host, call, source, { ...invocation, arguments: leave.arguments }, waits));
  if (outcome === null || signal.aborted) return INTERRUPTED;
  const said = await cutResult(host, call.slot, outcome.text);
  if (signal.aborted) return INTERRUPTED;
  return finishTool(host, call, { toolCallId, entry }, outcome, said, Math.round(performance.now() - began));
}

/** Writes the result of a tool, with what the run with it has put on the board and given to the slot. */
function finishTool(
  host: CallHost,
  call: ActiveCall,
  { toolCallId, entry }: Pick<ToolUse, 'toolCallId' | 'entry'>,
  { isError, isKnown, content, steps, posted, delivered }: ToolOutcome,
  said: Awaited<ReturnType<typeof cutResult>>,
  tookMs: number,
): ToolAnswer {
  const { slot, callId } = call;
  const { server, tool } = entry.tool;
  const written = said();
  resumeCall(call, toolCallId);
  host.atOnce(() => {
    if (posted) host.append(posted);
    const receipt = {
      slot,
      callId,
      toolCallId,
      server,
      tool,
      ...written,
      isError,
      tookMs,
      ...(content && { content }),
      ...(steps && { steps }),
      ...(isKnown && { isKnown }),
    };
    host.append({ type: 'tool.finished', ...receipt });
    if (delivered) host.append({ type: 'context.delivered', slot, callId, toolCallId, ...delivered, tookMs });
  });
  return { text: written.result, isError };
}
