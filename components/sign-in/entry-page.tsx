import type { ReactNode } from 'react';
import { Wordmark } from '../shell/wordmark';

/** The frame of sign-in and set-up: one narrow column. */
export function EntryPage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-5 py-10">
      <Wordmark />
      <div>
        <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
        <p className="mt-1.5 text-muted text-sm">{text}</p>
      </div>
      {children}
    </main>
  );
}
