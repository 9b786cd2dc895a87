import type { ContextCaptured, ContextFailed, NotePosted } from './context-event';
import type { EventStamp } from './event';
import type { RunState, SnapshotRef } from './state';
import { updateSlot } from './update-slot';

/** What stands on the board besides answers: notes and snapshots. */
export function evolveBoard(
  state: RunState,
  event: EventStamp & (NotePosted | ContextCaptured | ContextFailed),
): RunState {
  switch (event.type) {
    case 'note.posted': {
      const { noteId, slot, callId, text, to, seq, at } = event;
      return { ...state, notes: [...state.notes, { noteId, slot, callId, text, to: to ?? null, seq, at }] };
    }
    case 'context.captured': {
      const { snapshotId, hash, kind, answerId, items, seq } = event;
      const snapshot: SnapshotRef = { snapshotId, hash, kind, answerId, items, seq };
      return updateSlot(state, event.slot, (slot) => ({ ...slot, snapshot }));
    }
    case 'context.failed':
      // For people; agents go on with what there is.
      return state;
  }
}
