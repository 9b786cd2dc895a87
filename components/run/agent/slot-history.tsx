'use client';
import { slotEntries } from '@/lib/browser/run/slot-entries';
import type { RunState, SlotState } from '@/lib/protocol/state';
import { Skeleton } from '../../ui/skeleton';
import { SlotEntryRow } from './rows/slot-entry-row';
import { texts } from './texts';

interface SlotHistoryProps {
  slot: SlotState;
  /** Type of its backend, for what to do about a failure. */
  backend: string;
  run: Pick<RunState, 'runId' | 'answers' | 'votes' | 'notes' | 'decision'>;
}

/** Everything a slot has done in this run, oldest first. */
export function SlotHistory({ slot, run, backend }: SlotHistoryProps) {
  const entries = slotEntries(slot, run);
  const writing = slot.call?.writing;
  if (entries.length === 0 && !slot.call) return <p className="text-muted text-sm">{texts.notStarted}</p>;
  return (
    <div className="flex flex-col gap-3">
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows only ever append.
        <SlotEntryRow key={index} runId={run.runId} slot={slot.slot} backend={backend} entry={entry} />
      ))}
      {writing === 'new_answer' && <p className="breathe text-muted text-sm">{texts.writingAnswer}</p>}
      {writing === 'vote' && <p className="breathe text-muted text-sm">{texts.writingVote}</p>}
      {entries.length === 0 && slot.call && !writing && (
        <div role="status" aria-label={texts.waitingForWords} className="flex flex-col gap-2 pt-1">
          <Skeleton className="h-3 w-4/5" />
          <Skeleton className="h-3 w-3/5" />
        </div>
      )}
    </div>
  );
}
