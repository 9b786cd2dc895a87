'use client';
import dynamic from 'next/dynamic';
import type { Turn } from '@/lib/browser/run/turn';
import { othersName } from '@/lib/browser/ui/me';
import type { RunState } from '@/lib/protocol/state';
import { texts } from './texts';

/** Loaded with the first message that waits for the run before it. */
const QueuedChip = dynamic(() => import('./queued-chip').then((file) => file.QueuedChip));

interface PendingChipsProps {
  conversationId: string;
  run: RunState | null;
  /** Turns that wait behind the running one. */
  queued: Turn[];
  onRewording: (runId: string, text: string | null) => void;
}

/** What was said and has not taken effect: steering not read yet, messages that wait. */
export function PendingChips({ conversationId, run, queued, onRewording }: PendingChipsProps) {
  const steers = new Map<number, { text: string; by: string | null; slots: string[] }>();
  for (const slot of run?.status === 'running' ? run.slots : []) {
    for (const { seq, text, by } of slot.out === null ? slot.pendingSteers : []) {
      const known = steers.get(seq) ?? { text, by: othersName(by), slots: [] };
      steers.set(seq, { ...known, slots: [...known.slots, slot.slot] });
    }
  }
  if (steers.size === 0 && queued.length === 0) return null;
  const chip = 'flex max-w-full items-center gap-1 rounded-card border border-line bg-raised pl-3 text-xs';
  return (
    <ul aria-label={texts.pending} className="mb-2 flex flex-col items-start gap-1.5 empty:hidden">
      {[...steers].map(([seq, { text, by, slots }]) => (
        <li key={seq} className={`${chip} py-1.5 pr-3`}>
          <span className="flex-none text-muted">{texts.notYetReadBy(slots)}</span>
          {by !== null && <span className="flex-none font-medium">{texts.saidBy(by)}</span>}
          <span className="truncate">{text}</span>
        </li>
      ))}
      {queued.map((turn) => (
        <QueuedChip
          key={turn.run.id}
          conversationId={conversationId}
          turn={turn}
          look={chip}
          onRewording={onRewording}
        />
      ))}
    </ul>
  );
}
