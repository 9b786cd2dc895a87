'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiError, errorText } from '@/lib/client/api-error';
import { forkContext } from '@/lib/client/contexts';
import { refreshConversations } from '@/lib/client/conversations-store';
import { otherTabs } from '@/lib/client/other-tabs';
import type { Version } from '@/lib/client/sharing-log';
import { toast } from '@/lib/client/toast';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Textarea } from '../ui/textarea';

/** Asks for the next question, then makes the branch; without a question the branch waits for one. */
export function ContinueForm({ version, onDone }: { version: Version; onDone: () => void }) {
  const router = useRouter();
  const [input, setInput] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const asks = input.trim() !== '';

  async function go() {
    setBusy(true);
    setProblem(null);
    try {
      const { conversation } = await forkContext(version.snapshotId, input);
      otherTabs.tell(conversation.id);
    } catch (cause) {
      setProblem(refusal(cause));
      setBusy(false);
      return;
    }
    void refreshConversations();
    router.refresh();
    toast('A new branch begins here. What was there before is kept: ‹ › under the answer goes back.');
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
        {version.answerId
          ? `Makes a branch with ${version.answerId} as its answer. `
          : 'Makes a branch from this moment. '}
        Every agent begins the next turn with this work and these files. Nothing is overwritten.
      </p>
      <Field label="Next question" hint="Leave it empty to ask later in the conversation.">
        {(control) => (
          <Textarea
            {...control}
            // A dialog that opens puts the focus on what has this attribute; React does not write it.
            ref={(box) => box?.setAttribute('autofocus', '')}
            rows={3}
            value={input}
            onChange={(event) => setInput(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              if (!busy) void go();
            }}
          />
        )}
      </Field>
      {problem && <Notice tone="danger">{problem} No branch was made; your text is still here.</Notice>}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button look="primary" type="submit" disabled={busy}>
          {asks ? 'Continue and ask' : 'Make the branch'}
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
