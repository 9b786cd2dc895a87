import { AppError } from '@/lib/platform/errors/app-error';
import { isBudgetSpent } from '@/lib/protocol/budget';
import type { ActiveCall, CallHost } from '../call/active-call';
import type { Invocation, ToolOutcome, ToolSource } from '../tool-source';
import { createToolHost } from './tool-host';

const SPENT = 'The budget of this run is used up: no more tools are run.';

/** Has the source run a tool that may run. `null` = the call has ended meanwhile, and the tool has been told so. Never throws. */
export async function performTool(
  host: CallHost,
  call: ActiveCall,
  source: ToolSource,
  invocation: Invocation,
  waits?: (isWaiting: boolean) => void,
): Promise<ToolOutcome | null> {
  const { signal } = call.controller;
  if (signal.aborted) return null;
  if (isBudgetSpent(host.state)) return { text: SPENT, isError: true };
  const { slot, callId } = call;
  const { toolCallId, tool } = invocation;
  if (tool.effects !== 'reads') {
    host.append({ type: 'tool.started', slot, callId, toolCallId });
    // Whatever becomes of this process, the log knows that it has begun (P22).
    if (!(await host.committed(host.log.seq)) || signal.aborted) return null;
  }
  try {
    return await untilAborted(source.run(invocation, createToolHost(host, call, invocation, waits), signal), signal);
  } catch (error) {
    if (signal.aborted) return null;
    const { name } = tool.definition;
    if (error instanceof AppError && error.code !== 'internal') return { text: error.message, isError: true };
    host.deps.report(error, `The tool ${name} of ${source.id} failed in the run ${host.runId}.`);
    return { text: `${name} failed. Go on without it.`, isError: true };
  }
}

/** A tool that does not heed its signal holds nobody up. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
