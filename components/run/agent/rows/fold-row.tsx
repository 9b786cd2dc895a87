'use client';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../../../ui/cx';

interface FoldRowProps {
  open: boolean;
  onToggle: () => void;
  head: ReactNode;
  children: ReactNode;
}

/** One quiet line that opens; what is folded is not mounted. */
export function FoldRow({ open, onToggle, head, children }: FoldRowProps) {
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className="-ml-1 flex max-w-full items-center gap-1 rounded-control py-0.5 pr-2 pl-0.5 text-left text-muted text-sm hover:bg-hover hover:text-text -outline-offset-2"
      >
        <ChevronRight className={cx('icon transition-transform duration-150', open && 'rotate-90')} aria-hidden />
        {head}
      </button>
      {open && <div className="pt-1.5 pl-4.5">{children}</div>}
    </div>
  );
}
