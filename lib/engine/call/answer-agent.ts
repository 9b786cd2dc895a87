import type { TeamAgent } from '@/lib/protocol/team';
import { dispatchTools } from '../tools/dispatch-tools';
import type { ActiveCall, CallHost } from './active-call';
import type { NewsEvent, OfferedToolEvent } from './run-step';
import { newsFor } from './share-contexts';

const FAILED = { text: 'The tool could not be run. Go on without it.', isError: true };

/** Runs a tool that the call offers for an agent that runs its other tools itself. Never throws. */
export async function answerOfferedTool(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  { toolCallId, tool, arguments: args, answer, waits }: OfferedToolEvent,
): Promise<void> {
  const use = call.tools?.meant({ toolCallId, tool, arguments: args, waits });
  if (!call.tools || !use) return answer({ text: `There is no tool named ${tool}.`, isError: true });
  try {
    const [said] = await dispatchTools(host, call, agent, call.tools, [use]);
    answer(said ?? FAILED);
  } catch (error) {
    host.deps.report(error, `The tool ${tool} failed in the run ${host.runId}.`);
    answer(FAILED);
  }
}

/** Gives such an agent between two of its steps what is new for it. Never throws. */
export async function answerNews(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  { take }: NewsEvent,
): Promise<void> {
  if (!host.contexts) return take([]);
  try {
    take(await newsFor(host, call, agent, host.contexts));
  } catch (error) {
    host.deps.report(error, `News could not be given to slot ${call.slot} in the run ${host.runId}.`);
    take([]);
  }
}
