import type { ReactNode } from 'react';

interface SectionProps {
  /** For links that lead here. */
  id?: string;
  title: string;
  text?: string;
  children: ReactNode;
}

/** One part of the settings: what it is for on the left of its heading, its controls below. */
export function Section({ id, title, text, children }: SectionProps) {
  return (
    <section id={id} className="scroll-mt-4 border-line border-t py-6 first:border-t-0 first:pt-0">
      <h2 className="font-semibold text-base">{title}</h2>
      {text && <p className="mb-3 text-muted text-sm">{text}</p>}
      <div className="mt-3">{children}</div>
    </section>
  );
}
