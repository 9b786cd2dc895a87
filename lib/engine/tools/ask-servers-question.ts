import { uuidv7 } from 'uuidv7';
import type { ApprovalDecision } from '@/lib/agents/backend';
import type { ApprovalRequested } from '@/lib/protocol/tool-event';
import type { ActiveCall, CallHost } from '../call/active-call';
import type { Invocation, ServersQuestion } from '../tool-source';

const BECAUSE = {
  elicitation: (tool: string) => `It asks while its tool ${tool} runs.`,
  sampling: (tool: string) => `It wants to ask the agent’s model while its tool ${tool} runs.`,
};

interface Asking {
  withdrawn: AbortSignal;
  waits: ((isWaiting: boolean) => void) | undefined;
}

/** Asks a person what a server wants while its tool runs. A call that ends meanwhile is a denial. */
export function askServersQuestion(
  host: CallHost,
  call: ActiveCall,
  { toolCallId, arguments: given }: Invocation,
  question: ServersQuestion & { kind: keyof typeof BECAUSE } & Pick<ApprovalRequested, 'elicitation' | 'sampling'>,
  { withdrawn, waits }: Asking,
): Promise<ApprovalDecision> {
  const because = BECAUSE[question.kind](question.tool);
  const request = { approvalId: uuidv7(), toolCallId, arguments: given, because, ...question };
  return new Promise((resolve) => {
    waits?.(true);
    host.approvals.request(host, call, {
      request,
      withdrawn,
      decide: (said) => {
        waits?.(false);
        resolve(said);
      },
    });
  });
}
