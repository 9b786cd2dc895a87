import type { ReactNode } from 'react';

interface PageFrameProps {
  title: string;
  text?: string;
  /** The page's primary action. */
  action?: ReactNode;
  children: ReactNode;
}

/** A page of lists or forms: title, one sentence, content in the reading column. */
export function PageFrame({ title, text, action, children }: PageFrameProps) {
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto w-full max-w-read px-4 pt-8 pb-16">
        <header className="mb-6 flex items-start justify-between gap-4">
          <div>
            <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
            {text && <p className="mt-1 text-muted text-sm">{text}</p>}
          </div>
          {action}
        </header>
        {children}
      </div>
    </div>
  );
}
