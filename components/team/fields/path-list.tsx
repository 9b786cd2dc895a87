import type { ReactNode } from 'react';
import { texts } from '../texts';

interface PathListProps {
  title: string;
  entries: { key: string; message: string }[];
  /** One sentence under the title. */
  children: ReactNode;
}

/** What is said of paths of a file or a team. */
export function PathList({ title, entries, children }: PathListProps) {
  return (
    <section aria-label={title}>
      <h2 className="font-semibold text-base">{title}</h2>
      <p className="text-muted text-sm">{children}</p>
      <ul className="mt-2">
        {entries.map(({ key, message }) => (
          <li key={`${key} ${message}`} className="border-line border-b py-2 text-sm last:border-b-0">
            <code className="block break-all font-mono text-xs">{key || texts.wholeText}</code>
            <span className="text-muted">{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
