import type { ReactNode } from 'react';

/** An empty place teaches: one sentence and one action. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-16 text-center">
      <p className="max-w-sm text-muted text-sm">{title}</p>
      {children}
    </div>
  );
}
