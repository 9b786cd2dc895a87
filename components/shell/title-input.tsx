'use client';
import { useEffect, useRef, useState } from 'react';
import { useTypedKeys } from '@/lib/browser/ui/use-typed-keys';
import { texts } from './texts';

interface TitleInputProps {
  title: string;
  /** `null` = unchanged. `byKey` = ended by Enter or Esc, so that the keyboard's focus is nowhere. */
  onDone: (title: string | null, byKey: boolean) => void;
}

/** Edits a title in place: Enter or leaving keeps it, Esc does not. */
export function TitleInput({ title, onDone }: TitleInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(title);
  const keys = useTypedKeys();
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  function finish(byKey: boolean) {
    const next = text.trim();
    onDone(next && next !== title ? next : null, byKey);
  }
  return (
    <input
      ref={input}
      aria-label={texts.title}
      dir="auto"
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(false)}
      onKeyDown={(event) => {
        if (!keys.isPages(event)) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // The focus goes on from here: this press is no click on what gets it.
        event.preventDefault();
        if (event.key === 'Enter') finish(true);
        else onDone(null, true);
      }}
      {...keys.box}
      className="h-8 w-full rounded-control border border-line bg-raised px-2.5 text-sm"
    />
  );
}
