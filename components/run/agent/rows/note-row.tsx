'use client';
import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import type { Note } from '@/lib/protocol/state';
import { PlainText } from '../../../ui/plain-text';
import { texts } from '../texts';
import { FoldRow } from './fold-row';

/** A note on the board, as its author or its reader has it: who to whom and how it begins; opened, all of it. */
export function NoteRow({ note, isOwn }: { note: Note; isOwn: boolean }) {
  const [open, setOpen] = useState(false);
  const head = isOwn ? texts.wroteNote(note.to) : texts.readNote(note.slot);
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
      <p dir="auto" className="whitespace-pre-wrap break-words border-line border-s ps-3 text-sm">
        <PlainText text={note.text} />
      </p>
    </FoldRow>
  );
}
