'use client';
import type { Approval } from '@/lib/protocol/state';
import { FormElicitation } from './form-elicitation';
import { PageElicitation } from './page-elicitation';
import { QuestionInCard } from './question-in-card';
import { SamplingRequest } from './sampling-request';
import { ToolApproval } from './tool-approval';

interface ApprovalRequestProps {
  runId: string;
  approval: Approval;
  /** In the agent's own card, where it is known who asks. */
  inCard?: boolean;
}

/** What waits for a person: a tool call, or what its server asks while it runs. A server is answered in one place. */
export function ApprovalRequest({ runId, approval, inCard = false }: ApprovalRequestProps) {
  const { kind, elicitation, sampling } = approval;
  if (kind === undefined) return <ToolApproval runId={runId} approval={approval} inCard={inCard} />;
  if (inCard) return <QuestionInCard approval={approval} />;
  if (sampling) return <SamplingRequest runId={runId} approval={approval} sampling={sampling} />;
  if (elicitation?.mode === 'url') {
    return <PageElicitation runId={runId} approval={approval} elicitation={elicitation} />;
  }
  if (elicitation) return <FormElicitation runId={runId} approval={approval} elicitation={elicitation} />;
  return null;
}
