'use client';
import { useEffect, useId, useRef } from 'react';
import { Textarea } from '../../ui/textarea';

interface ApprovalEditorProps {
  label: string;
  text: string;
  problem: string | null;
  maxRows: number;
  onChange: (text: string) => void;
}

/** What a tool call would run with, to be changed before it is allowed. */
export function ApprovalEditor({ label, text, problem, maxRows, onChange }: ApprovalEditorProps) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  // It has opened because a person wants to write in it.
  useEffect(() => box.current?.focus(), []);
  return (
    <>
      <Textarea
        ref={box}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? id : undefined}
        rows={Math.min(text.split('\n').length + 1, maxRows)}
        spellCheck={false}
        autoCapitalize="off"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-0 font-mono text-xs"
      />
      {problem && (
        <p id={id} role="alert" className="text-danger text-xs">
          {problem}
        </p>
      )}
    </>
  );
}
