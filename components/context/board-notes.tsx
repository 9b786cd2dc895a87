import { formatClock, listWords } from '@/lib/client/format';
import type { BoardNote } from '@/lib/client/sharing-log';
import { AgentLetter } from '../agent/agent-letter';

/** What the agents wrote for one another, in the order of the board. */
export function BoardNotes({ notes }: { notes: BoardNote[] }) {
  return (
    <section aria-label="Notes on the board" className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">Notes on the board</h3>
      <ol className="rounded-card border border-line bg-raised">
        {notes.map(({ noteId, slot, to, text, ms, readBy }) => (
          <li key={noteId} className="flex gap-3 border-line border-b px-3.5 py-2.5 last:border-b-0">
            <AgentLetter slot={slot} />
            <div className="min-w-0 flex-1">
              <p className="whitespace-pre-wrap break-words text-sm">{text}</p>
              <p className="tabular mt-0.5 text-muted text-xs">
                For {to ? listWords(to) : 'all'} · {formatClock(ms)} ·{' '}
                {readBy.length > 0 ? `read by ${listWords([...readBy].sort())}` : 'not read yet'}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
