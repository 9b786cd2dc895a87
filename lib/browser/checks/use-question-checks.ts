import { useState } from 'react';
import { ApiError } from '@/lib/browser/api/api-error';
import { type CheckDraft, isBlank, newCheck } from './check-draft';

/** What the answer to the next message must meet; it goes with that message. */
export function useQuestionChecks() {
  const [checks, setChecks] = useState<CheckDraft[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const fields = refusal instanceof ApiError ? refusal.fields : [];
  /** A row that nobody has filled in must not keep the message from being sent. */
  function close() {
    setChecks(checks.filter((check) => !isBlank(check)));
    setOpen(false);
  }
  return {
    checks,
    setChecks,
    isOpen,
    /** Opens with a first row to fill in. */
    toggle() {
      if (isOpen) return close();
      if (checks.length === 0) setChecks([newCheck('pattern')]);
      setOpen(true);
    },
    close,
    faultAt: (path: string) => fields.find((field) => field.path === path)?.message,
    /** The message was sent: the next one has none. */
    sent() {
      setChecks([]);
      setOpen(false);
      setRefusal(null);
    },
    /** Shows the faults of a refusal at their fields. */
    refused(error: unknown) {
      setRefusal(error);
      if (error instanceof ApiError && error.fields.some(({ path }) => path.startsWith('checks'))) setOpen(true);
    },
  };
}
