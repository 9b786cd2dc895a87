import { Scissors } from 'lucide-react';
import { condensedWords } from '@/lib/browser/run/condensed-words';
import type { Condensed } from '@/lib/protocol/fit/condensed';

/** What this agent’s model got in short, because its window does not hold it all. */
export function CondensedRow({ condensed }: { condensed: Condensed }) {
  const { what, window } = condensedWords(condensed);
  return (
    <div className="flex gap-2 text-muted text-xs">
      <Scissors className="icon" aria-hidden />
      <div className="min-w-0 space-y-0.5 self-center break-words">
        {what.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>{window}</p>
      </div>
    </div>
  );
}
