import { api } from '@/lib/browser/api/api';
import { errorText } from '@/lib/browser/api/api-error';
import { toast } from '@/lib/browser/ui/toast';
import type { ApprovalScope } from '@/lib/protocol/tool-event';
import { texts } from './texts';

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
  scope: ApprovalScope;
  /** In place of those that were asked for. */
  arguments?: Record<string, unknown>;
}

async function rewrite(runId: string, input: string): Promise<boolean> {
  try {
    await api('PATCH', `/runs/${runId}`, { input });
    return true;
  } catch (error) {
    toast(errorText(error), { kind: 'error' });
    return false;
  }
}

/** What a person can do to a run, most of it while it goes on. Each resolves to whether the server took it; a refusal is shown. */
export const runControls = {
  /** Its question, while it waits. */
  rewrite,
  stop: (runId: string) => control(runId, 'stop', {}, texts.stopped),
  stopSlot: (runId: string, slot: string) => control(runId, 'stop', { slot }, texts.slotStopped(slot)),
  answerNow: (runId: string) => control(runId, 'answer-now', {}, texts.answeringNow),
  askAgain: (runId: string, slot: string) => control(runId, 'ask-again', { slot }, texts.slotAskedAgain(slot)),
  steer: (runId: string, text: string, slot?: string) => control(runId, 'steer', slot ? { slot, text } : { text }),
  decideApproval: (runId: string, approvalId: string, answer: ApprovalAnswer) =>
    control(runId, `approvals/${approvalId}`, answer),
  chooseAfterwards: (runId: string, answerId: string) => control(runId, 'choose', { answerId }),
  correctKind: (runId: string, kind: string) => control(runId, 'kind', { kind }),
  choose: (runId: string, answerId: string) => control(runId, 'choose', { answerId }, texts.chosen(answerId)),
};
