import type { ApprovalDecision, ApprovalRequest } from '@/lib/agents/backend';
import type { ApprovalRequested } from '@/lib/protocol/tool-event';

/** What is asked of a person, by a backend or by the engine. */
export interface ApprovalQuestion {
  request: ApprovalRequest & Pick<ApprovalRequested, 'server' | 'kind' | 'elicitation' | 'sampling'>;
  decide(decision: ApprovalDecision): void;
  /** Also where a person has allowed this for the rest of the run. */
  asksAgain?: true;
  /** Aborted when whoever asks does not want to know any more. */
  withdrawn?: AbortSignal;
}
