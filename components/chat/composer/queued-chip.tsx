'use client';
import { Pencil, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { readMessage } from '@/lib/browser/conversation/read-message';
import { runControls } from '@/lib/browser/run/run-controls';
import type { Turn } from '@/lib/browser/run/turn';
import { useRun } from '../../run/run-stores';
import { IconButton } from '../../ui/icon-button';
import { QuestionEditor } from '../question-editor';
import { texts } from './texts';

interface QueuedChipProps {
  conversationId: string;
  turn: Turn;
  look: string;
  /** Told of what is written instead of it, '' = nothing yet; `null` = nobody writes any more. */
  onRewording: (runId: string, text: string | null) => void;
}

/** A message that waits for the run before it: it can still be worded anew. Gone when it has started or is taken back. */
export function QueuedChip({ conversationId, turn, look, onRewording }: QueuedChipProps) {
  const router = useRouter();
  const { state } = useRun(turn.run);
  /** The whole text, while it is edited. */
  const [edited, setEdited] = useState<string | null>(null);
  /** What the page does not know yet. */
  const [reworded, setReworded] = useState<string | null>(null);
  // While somebody writes, it goes with the list.
  if (state.status !== 'queued' && edited === null) return null;
  const text = reworded ?? turn.text;
  const files = turn.attachments.map(({ name }) => name);

  async function edit() {
    const isWhole = reworded !== null || turn.textCutFrom === null;
    setEdited(isWhole ? text : await readMessage(conversationId, turn.messageId));
    onRewording(turn.run.id, '');
  }
  function close() {
    setEdited(null);
    onRewording(turn.run.id, null);
  }
  async function rewrite(input: string): Promise<boolean> {
    if (!(await runControls.rewrite(turn.run.id, input))) return false;
    setReworded(input);
    router.refresh();
    return true;
  }
  if (edited !== null) {
    return (
      <li className="w-full">
        <QuestionEditor
          text={edited}
          files={files}
          note={texts.editQueuedNote}
          onText={(input) => onRewording(turn.run.id, input)}
          onSend={rewrite}
          onClose={close}
        />
      </li>
    );
  }
  return (
    <li className={look}>
      <span className="flex-none text-muted">{texts.sentLater}</span>
      <span className="truncate">{[text, ...files].filter(Boolean).join(' · ')}</span>
      <IconButton label={texts.editQueued} icon={Pencil} onClick={() => void edit()} />
      <IconButton label={texts.takeBack} icon={X} onClick={() => runControls.stop(turn.run.id)} />
    </li>
  );
}
