'use client';
import { ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react';

interface ComposerBoxProps {
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

/** The message box with its row of controls. */
export function ComposerBox({
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
  useEffect(() => {
    // On a phone the keyboard would cover the page at once.
    if (window.matchMedia('(hover: hover)').matches) input.current?.focus();
  }, [input]);

  useEffect(() => {
    // What was typed before the page's script had loaded stands in the box, but not in the state yet.
    if (input.current?.value) onText(input.current.value);
  }, [input, onText]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Escape' && text === '') return onEscape?.();
    // Enter also ends the composition of a word in Chinese or Japanese.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (text.trim() === '' || busy) return;
    if ((event.ctrlKey || event.metaKey) && onSteer) onSteer();
    else onSend();
  }

  return (
    <div className="rounded-2xl border border-line-strong bg-raised shadow-[0_1px_3px_var(--shadow)] transition-colors duration-150 focus-within:border-muted">
      <textarea
        ref={input}
        aria-label="Message"
        value={text}
        rows={1}
        placeholder={placeholder}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        className="block max-h-60 min-h-12 w-full resize-none bg-transparent px-4 pt-3 pb-1 text-base outline-none max-sm:text-[16px] [field-sizing:content]"
      />
      <div className="flex items-center gap-1 px-2 pb-2">
        {left}
        <span className="min-w-0 flex-1 truncate px-2 text-right text-muted text-xs max-sm:invisible">{hint}</span>
        <button
          type="button"
          aria-label="Send"
          title="Send (Enter)"
          disabled={busy || text.trim() === ''}
          onClick={onSend}
          className="grid size-8 flex-none place-items-center rounded-full bg-accent text-on-accent transition-colors duration-150 hover:bg-accent-hover disabled:bg-hover disabled:text-muted"
        >
          <ArrowUp className="icon" strokeWidth={2} aria-hidden />
        </button>
      </div>
    </div>
  );
}
