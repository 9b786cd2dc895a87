'use client';
import { useEffect, useRef, useState } from 'react';

/** Edits a title in place: Enter or leaving keeps it, Esc does not. `onDone(null)` = unchanged. */
export function TitleInput({ title, onDone }: { title: string; onDone: (title: string | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(title);
  useEffect(() => input.current?.select(), []);

  function finish() {
    const next = text.trim();
    onDone(next && next !== title ? next : null);
  }
  return (
    <input
      ref={input}
      aria-label="Title"
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape') onDone(null);
      }}
      className="h-8 w-full rounded-control border border-line bg-raised px-2.5 text-sm"
    />
  );
}
