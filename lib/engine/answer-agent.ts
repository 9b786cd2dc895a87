import type { TeamAgent } from '@/lib/protocol/team';
import { runBoardTools } from './run-board-tools';
import type { ActiveCall, CallHost } from './run-call';
import type { BoardToolEvent, BoundaryEvent } from './run-step';
import { newsFor } from './share-contexts';

/** Runs a tool of the board for an agent that runs its other tools itself. Never throws. */
export async function answerBoardTool(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  { toolCallId, tool, arguments: args, answer }: BoardToolEvent,
): Promise<void> {
  if (!host.contexts) return answer({ text: `There is no tool named ${tool}.`, isError: true });
  try {
    const [said] = await runBoardTools(host, call, agent, host.contexts, [{ toolCallId, tool, arguments: args }]);
    answer(said ?? FAILED);
  } catch (error) {
    host.deps.report(error, `The tool ${tool} failed in the run ${host.runId}.`);
    answer(FAILED);
  }
}

/** Gives such an agent between two of its steps what is new for it. Never throws. */
export async function answerBoundary(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  { take }: BoundaryEvent,
): Promise<void> {
  if (!host.contexts) return take([]);
  try {
    take(await newsFor(host, call, agent, host.contexts));
  } catch (error) {
    host.deps.report(error, `News could not be given to slot ${call.slot} in the run ${host.runId}.`);
    take([]);
  }
}

const FAILED = { text: 'The board could not be reached. Go on without it.', isError: true };
