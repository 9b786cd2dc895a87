import type { ReactNode } from 'react';

/** One way to a first answer. */
export function WelcomePart({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="border-line border-t py-6 first:border-t-0 first:pt-0">
      <h2 className="font-semibold text-base">{title}</h2>
      <p className="mt-1 mb-4 text-muted text-sm">{text}</p>
      {children}
    </section>
  );
}
