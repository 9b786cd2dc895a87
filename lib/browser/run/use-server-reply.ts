import { useSyncExternalStore } from 'react';
import { createListeners } from '@/lib/browser/ui/listeners';
import type { FormValues } from './form-content';
import type { FormValue } from './form-fields';
import { runControls, type ServerReply } from './run-controls';

interface Draft {
  values: FormValues;
  /** By the name of the field. */
  problems: Record<string, string>;
  sent: boolean;
}

const UNTOUCHED: Draft = { values: {}, problems: {}, sent: false };
const listeners = createListeners();
/** By approval: what was written stays while its place is out of sight. */
const drafts = new Map<string, Draft>();

function change(approvalId: string, draft: Draft): void {
  drafts.set(approvalId, draft);
  listeners.notify();
}

/** The reply to what a server asks: what is written so far, what is wrong with it, and how it is sent. */
export function useServerReply(runId: string, approvalId: string) {
  const draft = useSyncExternalStore(
    listeners.add,
    () => drafts.get(approvalId) ?? UNTOUCHED,
    () => UNTOUCHED,
  );

  /** What is refused is said at its field; the question still waits. */
  async function send(reply: ServerReply): Promise<void> {
    change(approvalId, { ...draft, problems: {}, sent: true });
    const { isTaken, problems } = await runControls.answerServer(runId, approvalId, reply);
    if (isTaken) return;
    const named = Object.entries(problems).map(([path, message]) => [path.replace(/^content\./, ''), message]);
    change(approvalId, { ...draft, problems: Object.fromEntries(named), sent: false });
  }

  return {
    ...draft,
    set(name: string, value: FormValue) {
      const { [name]: _mended, ...problems } = draft.problems;
      change(approvalId, { ...draft, values: { ...draft.values, [name]: value }, problems });
    },
    complain: (problems: Record<string, string>) => change(approvalId, { ...draft, problems }),
    send,
  };
}
