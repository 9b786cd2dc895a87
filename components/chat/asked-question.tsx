'use client';
import { Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { errorText } from '@/lib/browser/api/api-error';
import type { TranscriptTurn } from '@/lib/browser/run/turn';
import { toast } from '@/lib/browser/ui/toast';
import { loadedPart, useLoaded } from '@/lib/browser/ui/use-loaded';
import { CopyButton } from '../ui/copy-button';
import { IconButton } from '../ui/icon-button';
import { BranchSwitch } from './branch-switch';
import { texts } from './texts';
import { useActionsOf } from './turn-actions';
import { UserMessage } from './user-message';

const editor = loadedPart(async () => (await import('./question-editor')).QuestionEditor);

interface AskedQuestionProps {
  conversationId: string;
  turn: TranscriptTurn;
  readWhole: () => Promise<string>;
}

/** A question with what can be done with it: word it anew, copy it, go to another one at its place. */
export function AskedQuestion({ conversationId, turn, readWhole }: AskedQuestionProps) {
  const actions = useActionsOf(turn);
  /** What is worded anew; `null` = nothing. */
  const [edited, setEdited] = useState<string | null>(null);
  const row = useRef<HTMLDivElement>(null);
  const close = () => {
    setEdited(null);
    // Back to where it was begun, when that is there again.
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus());
  };
  const Editor = useLoaded(editor, edited !== null, () => setEdited(null));

  async function begin() {
    if (!actions) return;
    try {
      setEdited(await actions.readQuestion(turn));
    } catch (error) {
      toast(errorText(error), { kind: 'error' });
    }
  }
  return (
    <div className="group/question">
      {edited !== null && Editor && actions ? (
        <div className="mx-auto w-full max-w-read">
          <Editor
            text={edited}
            files={turn.attachments.map(({ name }) => name)}
            onSend={(text) => actions.edit(turn, text)}
            onClose={close}
          />
        </div>
      ) : (
        <UserMessage
          text={turn.text}
          askedBy={turn.askedBy}
          cutFrom={turn.textCutFrom}
          readWhole={readWhole}
          attachments={turn.attachments}
        />
      )}
      <div ref={row} className="mx-auto -mb-4 flex min-h-8 w-full max-w-read items-center justify-end">
        {actions && edited === null && (
          <div className="flex items-center opacity-0 transition-opacity duration-150 focus-within:opacity-100 group-hover/question:opacity-100 [@media(hover:none)]:opacity-100">
            <IconButton
              label={texts.editQuestion}
              icon={Pencil}
              onClick={begin}
              className="[@media(hover:none)]:size-11"
            />
            <CopyButton text={turn.textCutFrom === null ? turn.text : readWhole} label={texts.copyQuestion} />
          </div>
        )}
        <BranchSwitch conversationId={conversationId} what="question" branches={turn.questionBranches} />
      </div>
    </div>
  );
}
