import { api } from './api';
import { errorText } from './api-error';
import { toast } from './toast';

async function control(runId: string, action: string, body: unknown, done?: string): Promise<boolean> {
  try {
    await api('POST', `/runs/${runId}/${action}`, body);
    if (done) toast(done);
    return true;
  } catch (error) {
    toast(errorText(error), { kind: 'error' });
    return false;
  }
}

interface ApprovalAnswer {
  decision: 'allow' | 'deny';
  scope: 'once' | 'run';
  /** In place of those that were asked for. */
  arguments?: Record<string, unknown>;
}

/** What a person can do to a run that goes on. Each resolves to whether the server took it; a refusal is shown. */
export const runControls = {
  stop: (runId: string) => control(runId, 'stop', {}, 'Stopped. Every answer made so far is kept.'),
  stopSlot: (runId: string, slot: string) =>
    control(runId, 'stop', { slot }, `${slot} is stopped. Its answers stay in the run.`),
  answerNow: (runId: string) => control(runId, 'answer-now', {}, 'The team goes to the final answer with what it has.'),
  steer: (runId: string, text: string, slot?: string) => control(runId, 'steer', slot ? { slot, text } : { text }),
  decideApproval: (runId: string, approvalId: string, answer: ApprovalAnswer) =>
    control(runId, `approvals/${approvalId}`, answer),
  choose: (runId: string, answerId: string) => control(runId, 'choose', { answerId }, `You chose ${answerId}.`),
};
