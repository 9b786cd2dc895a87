'use client';
import { slotEntries } from '@/lib/client/slot-entries';
import type { RunState, SlotState } from '@/lib/protocol/state';
import { Skeleton } from '../ui/skeleton';
import { SlotEntryRow } from './slot-entry-row';

interface SlotHistoryProps {
  slot: SlotState;
  run: Pick<RunState, 'runId' | 'answers' | 'votes' | 'notes'>;
}

/** Everything a slot has done in this run, oldest first. */
export function SlotHistory({ slot, run }: SlotHistoryProps) {
  const entries = slotEntries(slot, run);
  const writing = slot.call?.writing;
  if (entries.length === 0 && !slot.call) return <p className="text-muted text-sm">Has not started yet.</p>;
  return (
    <div className="flex flex-col gap-3">
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows only ever append.
        <SlotEntryRow key={index} runId={run.runId} slot={slot.slot} entry={entry} />
      ))}
      {writing === 'new_answer' && <p className="breathe text-muted text-sm">Writing an answer…</p>}
      {writing === 'vote' && <p className="breathe text-muted text-sm">Writing its vote…</p>}
      {entries.length === 0 && slot.call && !writing && (
        <div role="status" aria-label="Waiting for the first words" className="flex flex-col gap-2 pt-1">
          <Skeleton className="h-3 w-4/5" />
          <Skeleton className="h-3 w-3/5" />
        </div>
      )}
    </div>
  );
}
