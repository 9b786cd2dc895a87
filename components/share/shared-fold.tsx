import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

interface SharedFoldProps {
  title: ReactNode;
  /** What stands beside the title. */
  note?: ReactNode;
  children: ReactNode;
}

/** A part that opens on a click, without any script. */
export function SharedFold({ title, note, children }: SharedFoldProps) {
  return (
    <details className="group/fold border-line border-t first:border-t-0">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-control py-1.5 text-sm hover:text-text [&::-webkit-details-marker]:hidden">
        <ChevronRight
          className="icon flex-none text-muted transition-transform duration-150 group-open/fold:rotate-90"
          aria-hidden
        />
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5">{title}</span>
        {note && <span className="tabular flex-none text-muted text-xs">{note}</span>}
      </summary>
      <div className="pb-3 pl-6">{children}</div>
    </details>
  );
}
