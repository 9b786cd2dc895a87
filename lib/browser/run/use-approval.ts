import { useSyncExternalStore } from 'react';
import { createListeners } from '@/lib/browser/ui/listeners';
import type { Approval } from '@/lib/protocol/state';
import type { ApprovalScope } from '@/lib/protocol/tool-event';
import { approvalText, argumentsOf } from './approval-text';
import { runControls } from './run-controls';

interface Draft {
  /** What a person has made of the arguments; `null` = nothing. */
  text: string | null;
  sent: boolean;
}

const UNTOUCHED: Draft = { text: null, sent: false };
const listeners = createListeners();
/** By approval: it is shown in two places, and a place that goes out of sight must not take an edit with it. */
const drafts = new Map<string, Draft>();

function change(approvalId: string, draft: Draft): void {
  drafts.set(approvalId, draft);
  listeners.notify();
}

/** One tool call that waits for a person: what would run, what a person makes of it, and the answer. The same wherever it is shown. */
export function useApproval(runId: string, approval: Approval) {
  const { approvalId } = approval;
  const draft = useSyncExternalStore(
    listeners.add,
    () => drafts.get(approvalId) ?? UNTOUCHED,
    () => UNTOUCHED,
  );
  const original = approvalText(approval);
  const text = draft.text ?? original;
  const isEdited = text !== original;
  const read = argumentsOf(approval, text);

  /** A refusal is shown; the request still waits, with what was made of it. */
  async function decide(decision: 'allow' | 'deny', scope: ApprovalScope): Promise<void> {
    const changed = decision === 'allow' && isEdited && 'arguments' in read ? { arguments: read.arguments } : {};
    change(approvalId, { ...draft, sent: true });
    const done = await runControls.decideApproval(runId, approvalId, { decision, scope, ...changed });
    if (!done) change(approvalId, { ...draft, sent: false });
  }

  return {
    text,
    isEdited,
    /** Why what was edited cannot be allowed; `null` = it can. */
    problem: isEdited && 'problem' in read ? read.problem : null,
    sent: draft.sent,
    edit: (next: string) => change(approvalId, { ...draft, text: next }),
    discard: () => change(approvalId, { ...draft, text: null }),
    decide,
  };
}
