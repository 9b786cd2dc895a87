'use client';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { texts } from './texts';

interface EditorMoreProps {
  /** It is folded until somebody asks for it; `null` = not known yet. */
  isShort: boolean | null;
  children: ReactNode;
}

/** What a team can say besides its models. What was open once does not fold by itself: somebody may be writing in it. */
export function EditorMore({ isShort, children }: EditorMoreProps) {
  const [isOpen, setOpen] = useState(isShort === false);
  if (isShort === false && !isOpen) setOpen(true);
  return (
    <>
      {isShort && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="mt-4 flex items-center gap-1.5 rounded-control py-1.5 pr-2 text-left text-muted text-sm hover:text-text"
        >
          <ChevronRight className={`icon flex-none ${isOpen ? 'rotate-90' : ''}`} aria-hidden />
          {texts.more}
        </button>
      )}
      {isOpen && children}
    </>
  );
}
