import { api } from '@/lib/browser/api/api';
import { ApiError, errorText } from '@/lib/browser/api/api-error';
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

/** A reply to a server while its tool runs. */
export type ServerReply = { decision: 'allow'; content?: Record<string, unknown> } | { decision: 'deny' | 'cancel' };

/** A refusal that names no field is shown. */
async function answerServer(runId: string, approvalId: string, reply: ServerReply): Promise<ReplyEnd> {
  try {
    await api('POST', `/runs/${runId}/approvals/${approvalId}`, reply);
    return { isTaken: true, problems: {} };
  } catch (error) {
    const fields = error instanceof ApiError ? error.fields : [];
    if (fields.length === 0) toast(errorText(error), { kind: 'error' });
    return { isTaken: false, problems: Object.fromEntries(fields.map(({ path, message }) => [path, message])) };
  }
}

export interface ReplyEnd {
  isTaken: boolean;
  /** By the path, as `content.name`. */
  problems: Record<string, string>;
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
  answerServer,
  chooseAfterwards: (runId: string, answerId: string) => control(runId, 'choose', { answerId }),
  correctKind: (runId: string, kind: string) => control(runId, 'kind', { kind }),
  choose: (runId: string, answerId: string) => control(runId, 'choose', { answerId }, texts.chosen(answerId)),
};
