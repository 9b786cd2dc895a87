'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiError, errorText } from '@/lib/browser/api/api-error';
import { refreshConversations } from '@/lib/browser/conversation/conversations-store';
import { forkContext } from '@/lib/browser/run/contexts';
import type { Version } from '@/lib/browser/run/sharing-log';
import { toast } from '@/lib/browser/ui/toast';
import { useTypedKeys } from '@/lib/browser/ui/use-typed-keys';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Textarea } from '../../../ui/textarea';
import { texts } from '../texts';

/** Asks for the next question, then makes the branch; without a question the branch waits for one. */
export function ContinueForm({ version, onDone }: { version: Version; onDone: () => void }) {
  const router = useRouter();
  const [input, setInput] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const keys = useTypedKeys();
  const asks = input.trim() !== '';

  async function go() {
    setBusy(true);
    setProblem(null);
    try {
      await forkContext(version.snapshotId, input);
    } catch (cause) {
      setProblem(refusal(cause));
      setBusy(false);
      return;
    }
    void refreshConversations();
    router.refresh();
    toast(texts.branched);
    onDone();
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <p className="text-muted text-sm">
        {version.answerId ? texts.continueFromAnswer(version.answerId) : texts.continueFromMoment}
      </p>
      <Field label={texts.nextQuestion} hint={texts.nextQuestionHint}>
        {(control) => (
          <Textarea
            {...control}
            // A dialog that opens puts the focus on what has this attribute; React does not write it.
            ref={(box) => box?.setAttribute('autofocus', '')}
            rows={3}
            value={input}
            onChange={(event) => setInput(event.target.value)}
            onKeyDown={(event) => {
              if (!keys.sends(event)) return;
              event.preventDefault();
              if (!busy) void go();
            }}
            {...keys.box}
          />
        )}
      </Field>
      {problem && <Notice tone="danger">{texts.noBranch(problem)}</Notice>}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{texts.cancel}</Button>
        <Button look="primary" type="submit" disabled={busy}>
          {asks ? texts.continueAndAsk : texts.createBranch}
        </Button>
      </div>
    </form>
  );
}

/** The run's team may be what is refused: its faults have no field here. */
function refusal(cause: unknown): string {
  const faults = cause instanceof ApiError ? cause.fields.map(({ message }) => message) : [];
  return [errorText(cause), ...faults].join(' ');
}
