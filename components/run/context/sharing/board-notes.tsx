import type { BoardNote } from '@/lib/browser/run/sharing-log';
import { formatClock } from '@/lib/browser/ui/format';
import { PlainText } from '../../../ui/plain-text';
import { AgentLetter } from '../../agent/agent-letter';
import { texts } from '../texts';

/** What the agents wrote for one another, in the order of the board. */
export function BoardNotes({ notes }: { notes: BoardNote[] }) {
  return (
    <section aria-label={texts.boardNotes} className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">{texts.boardNotes}</h3>
      <ol className="rounded-card border border-line bg-raised">
        {notes.map(({ noteId, slot, to, text, ms, readBy }) => (
          <li key={noteId} className="flex gap-3 border-line border-b px-3.5 py-2.5 last:border-b-0">
            <AgentLetter slot={slot} />
            <div className="min-w-0 flex-1">
              <p dir="auto" className="whitespace-pre-wrap break-words text-sm">
                <PlainText text={text} />
              </p>
              <p className="tabular mt-0.5 text-muted text-xs">
                {texts.noteState(to, formatClock(ms), [...readBy].sort())}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
