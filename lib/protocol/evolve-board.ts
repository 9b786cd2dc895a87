import type { ContextCaptured, ContextDelivered, ContextFailed, NotePosted } from './context-event';
import type { ContextTotals, SnapshotRef } from './context-state';
import type { EventStamp } from './event';
import type { RunState } from './state';
import { updateSlot } from './update-slot';

type BoardEvent = EventStamp & (NotePosted | ContextCaptured | ContextFailed);

const NO_TOTALS: ContextTotals = {
  snapshots: 0,
  bytes: 0,
  captureMs: 0,
  deliveries: 0,
  deliveredTokens: 0,
  deliverMs: 0,
  failures: 0,
};

/** What stands on the board besides answers: notes and snapshots. */
export function evolveBoard(state: RunState, event: BoardEvent): RunState {
  switch (event.type) {
    case 'note.posted': {
      const { noteId, slot, callId, text, to, seq, at } = event;
      return { ...state, notes: [...state.notes, { noteId, slot, callId, text, to: to ?? null, seq, at }] };
    }
    case 'context.captured': {
      const { snapshotId, hash, kind, answerId, items, seq, bytes, tookMs } = event;
      const snapshot: SnapshotRef = { snapshotId, hash, kind, answerId, items, seq };
      const next = updateSlot(state, event.slot, (slot) => ({ ...slot, snapshot }));
      return withTotals(next, { snapshots: 1, bytes, captureMs: tookMs });
    }
    case 'context.failed':
      // For people; agents go on with what there is.
      return withTotals(state, { failures: 1 });
  }
}

/** Counts the shared contexts of a receipt. */
export function countDelivered(state: RunState, { contexts = [], tookMs }: ContextDelivered): RunState {
  if (contexts.length === 0) return state;
  const deliveredTokens = contexts.reduce((sum, { tokens }) => sum + tokens, 0);
  return withTotals(state, { deliveries: contexts.length, deliveredTokens, deliverMs: tookMs });
}

function withTotals(state: RunState, more: Partial<ContextTotals>): RunState {
  const totals = { ...(state.contextTotals ?? NO_TOTALS) };
  for (const [name, value] of Object.entries(more)) totals[name as keyof ContextTotals] += value;
  return { ...state, contextTotals: totals };
}
