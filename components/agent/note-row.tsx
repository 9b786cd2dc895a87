'use client';
import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { listWords } from '@/lib/client/format';
import type { Note } from '@/lib/protocol/state';
import { FoldRow } from './fold-row';

/** A note on the board, as its author or its reader has it: who to whom and how it begins; opened, all of it. */
export function NoteRow({ note, isOwn }: { note: Note; isOwn: boolean }) {
  const [open, setOpen] = useState(false);
  const head = isOwn ? `Wrote a note to ${note.to ? listWords(note.to) : 'all'}` : `Read a note of ${note.slot}`;
  return (
    <FoldRow
      open={open}
      onToggle={() => setOpen(!open)}
      head={
        <span className="flex min-w-0 items-center gap-1.5 text-xs">
          <NotebookPen className="icon" aria-hidden />
          <span className="min-w-0 truncate">
            {head}
            {!open && ` · ${note.text}`}
          </span>
        </span>
      }
    >
      <p className="whitespace-pre-wrap break-words border-line border-l pl-3 text-sm">{note.text}</p>
    </FoldRow>
  );
}
