'use client';
import { useEffect, useRef, useState } from 'react';
import { useTypedKeys } from '@/lib/browser/ui/use-typed-keys';
import { Button } from '../ui/button';
import { texts } from './texts';

interface QuestionEditorProps {
  text: string;
  /** Names of the files that go along. */
  files: string[];
  /** What becomes of it; absent = it is asked in a new branch. */
  note?: string;
  /** Told of each change of the text. */
  onText?: (text: string) => void;
  /** Resolves to whether it was sent. */
  onSend: (text: string) => Promise<boolean>;
  onClose: () => void;
}

/** A question that is being worded anew, in its place. Enter sends, Esc leaves it as it was. */
export function QuestionEditor({ text: given, files, note, onText, onSend, onClose }: QuestionEditorProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(given);
  const [busy, setBusy] = useState(false);
  const keys = useTypedKeys();
  const isEmpty = text.trim() === '' && files.length === 0;
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(given.length, given.length);
  }, [given]);

  async function send() {
    if (isEmpty || busy) return;
    setBusy(true);
    if (await onSend(text)) onClose();
    else setBusy(false);
  }
  return (
    <div className="w-full rounded-2xl border border-line-strong bg-raised focus-within:border-muted">
      <textarea
        ref={input}
        aria-label={texts.editedQuestion}
        dir="auto"
        rows={1}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onText?.(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && keys.isPages(event)) {
            event.stopPropagation();
            return onClose();
          }
          if (!keys.sends(event)) return;
          event.preventDefault();
          void send();
        }}
        {...keys.box}
        className="block max-h-80 min-h-12 w-full resize-none bg-transparent px-4 pt-3 pb-1 outline-none max-sm:text-[16px] [field-sizing:content]"
      />
      <div className="flex flex-wrap items-center gap-2 px-3 pb-3">
        <p className="min-w-0 flex-1 text-muted text-xs">
          {note ?? (files.length > 0 ? texts.editNoteWithFiles(files) : texts.editNote)}
        </p>
        <Button look="quiet" className="[@media(hover:none)]:h-11" onClick={onClose}>
          {texts.cancel}
        </Button>
        <Button className="[@media(hover:none)]:h-11" disabled={isEmpty || busy} onClick={send}>
          {texts.sendEdited}
        </Button>
      </div>
    </div>
  );
}
