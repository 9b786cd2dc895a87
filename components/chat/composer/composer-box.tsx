'use client';
import { ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react';
import { type Attachments, isUploading, readyAttachments } from '@/lib/browser/conversation/use-attachments';
import { prepareRunReader } from '@/lib/browser/run/load-run-reader';
import { useFileDrop } from '@/lib/browser/ui/use-file-drop';
import { useTypedKeys } from '@/lib/browser/ui/use-typed-keys';
import { AttachButton } from './attach-button';
import { AttachmentTray } from './attachment-tray';
import { DropOverlay } from './drop-overlay';
import { texts } from './texts';
import { usePromptMenu } from './use-prompt-menu';

interface ComposerBoxProps {
  attachments: Attachments;
  text: string;
  onText: (text: string) => void;
  placeholder: string;
  busy: boolean;
  /** What Enter does. */
  onSend: () => void;
  /** What Ctrl/⌘+Enter does; absent = the same as Enter. */
  onSteer?: () => void;
  /** Esc in an empty box. */
  onEscape?: () => void;
  left: ReactNode;
  hint?: string;
  input: RefObject<HTMLTextAreaElement | null>;
}

/** Not on a phone, whose keyboard would cover the page at once. */
function focusWithoutKeyboard(input: HTMLTextAreaElement | null) {
  if (window.matchMedia('(hover: hover)').matches) input?.focus();
}

/** The message box with its row of controls. */
export function ComposerBox({
  attachments,
  text,
  onText,
  placeholder,
  busy,
  onSend,
  onSteer,
  onEscape,
  left,
  hint,
  input,
}: ComposerBoxProps) {
  const { drafts, add, remove } = attachments;
  const dragged = useFileDrop(add);
  const uploading = isUploading(drafts);
  const empty = text.trim() === '' && readyAttachments(drafts).length === 0;
  const blocked = busy || uploading || empty;
  const keys = useTypedKeys();
  const prompts = usePromptMenu({ text, onText, input, isPages: keys.isPages });

  useEffect(() => {
    focusWithoutKeyboard(input.current);
  }, [input]);

  useEffect(() => {
    // What was typed before the page's script had loaded stands in the box, but not in the state yet.
    if (input.current?.value) onText(input.current.value);
  }, [input, onText]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (prompts.onKeyDown(event)) return;
    if (event.key === 'Escape' && text === '' && keys.isPages(event)) return onEscape?.();
    if (!keys.sends(event)) return;
    event.preventDefault();
    if ((event.ctrlKey || event.metaKey) && onSteer) {
      if (text.trim() !== '' && !busy) onSteer();
    } else if (!blocked) onSend();
  }

  return (
    <div className="rounded-2xl border border-line-strong bg-raised shadow-[0_1px_3px_var(--shadow)] transition-colors duration-150 focus-within:border-muted">
      {dragged && <DropOverlay />}
      {prompts.panel}
      <AttachmentTray drafts={drafts} onRemove={remove} />
      <textarea
        ref={input}
        aria-label={texts.message}
        dir="auto"
        value={text}
        rows={1}
        placeholder={placeholder}
        onChange={(event) => {
          prepareRunReader();
          onText(event.target.value);
        }}
        onKeyDown={onKeyDown}
        {...keys.box}
        {...prompts.attributes}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0) return;
          event.preventDefault();
          add(files);
        }}
        className="block max-h-60 min-h-12 w-full resize-none bg-transparent px-4 pt-3 pb-1 text-base outline-none max-sm:text-[16px] [field-sizing:content]"
      />
      <div className="flex items-center gap-1 px-2 pb-2">
        <AttachButton
          onFiles={(files) => {
            add(files);
            input.current?.focus();
          }}
        />
        {left}
        <span className="min-w-0 flex-1 truncate px-2 text-right text-muted text-xs max-sm:hidden">
          {uploading ? texts.waitingForUpload : hint}
        </span>
        <button
          type="button"
          aria-label={texts.send}
          title={texts.sendByEnter}
          disabled={blocked}
          onClick={() => {
            onSend();
            focusWithoutKeyboard(input.current);
          }}
          className="ml-auto grid size-8 flex-none place-items-center rounded-full bg-accent text-on-accent transition-colors duration-150 hover:bg-accent-hover disabled:bg-hover disabled:text-muted"
        >
          <ArrowUp className="icon" strokeWidth={2} aria-hidden />
        </button>
      </div>
    </div>
  );
}
