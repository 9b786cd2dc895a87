import type { ContextCaptured, ContextDelivered, SharedContext } from '@/lib/protocol/context-event';
import type { EventStamp, RunEvent } from '@/lib/protocol/event';

/** A snapshot, with what its capture has taken. */
export type Version = EventStamp & Omit<ContextCaptured, 'type' | 'callId'> & { ms: number };

/** What a reader was given of one author: by one receipt, or an answer and at once the work behind it by two. */
export interface Delivery {
  seq: number;
  callId: string;
  /** Milliseconds since the run's start. */
  ms: number;
  answerIds: string[];
  noteIds: string[];
  /** `null` = answers or notes alone. */
  context: SharedContext | null;
  /** The reader had asked for it by a tool of the board. */
  isAsked: boolean;
}

export interface BoardNote {
  noteId: string;
  slot: string;
  /** `null` = for all. */
  to: string[] | null;
  text: string;
  ms: number;
  /** Who has been given it so far. */
  readBy: string[];
}

export interface SharingFailure {
  seq: number;
  ms: number;
  slot: string;
  snapshotId: string | null;
  message: string;
}

export interface SharingTotals {
  captured: number;
  bytes: number;
  captureMs: number;
  delivered: number;
  tokens: number;
  deliverMs: number;
}

/** All that the log of a run says of context sharing. */
export interface SharingLog {
  slots: string[];
  /** Newest first. */
  versions: Map<string, Version[]>;
  /** Reader, then author; the newest first. A reader's own letter: its work of the turn before, and comparisons of files. */
  deliveries: Map<string, Map<string, Delivery[]>>;
  /** In the order in which they stand on the board. */
  notes: BoardNote[];
  failures: SharingFailure[];
  totals: SharingTotals;
}

/** Who was given what of whom, which snapshots there are and what all of it took, from the events alone. */
export function sharingLog(events: RunEvent[]): SharingLog {
  const start = Date.parse(events[0]?.at ?? '');
  const log: SharingLog = {
    slots: [],
    versions: new Map(),
    deliveries: new Map(),
    notes: [],
    failures: [],
    totals: { captured: 0, bytes: 0, captureMs: 0, delivered: 0, tokens: 0, deliverMs: 0 },
  };
  for (const event of events) {
    const ms = Date.parse(event.at) - start;
    switch (event.type) {
      case 'run.started':
        log.slots = event.team.agents.map(({ slot }) => slot);
        break;
      case 'context.captured': {
        const { type: _, callId: __, ...version } = event;
        log.versions.set(event.slot, [{ ...version, ms }, ...(log.versions.get(event.slot) ?? [])]);
        log.totals.captured += 1;
        log.totals.bytes += event.bytes;
        log.totals.captureMs += event.tookMs;
        break;
      }
      case 'context.delivered':
        deliver(log, event, ms);
        break;
      case 'context.failed': {
        const { seq, slot, snapshotId = null, error } = event;
        log.failures.push({ seq, ms, slot, snapshotId, message: error.message });
        break;
      }
      case 'note.posted': {
        const { noteId, slot, to = null, text } = event;
        log.notes.push({ noteId, slot, to, text, ms, readBy: [] });
        break;
      }
    }
  }
  return log;
}

/** One receipt names several authors: each gets an entry of its own. */
function deliver(log: SharingLog, event: EventStamp & ContextDelivered, ms: number): void {
  const { seq, slot: reader, callId, answerIds, noteIds = [], contexts = [] } = event;
  const byAuthor = new Map<string, Delivery[]>();
  const isAsked = event.toolCallId !== undefined;
  const entry = (author: string, context: SharedContext | null = null): Delivery => {
    const made = { seq, callId, ms, answerIds: [], noteIds: [], context, isAsked };
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), made]);
    return made;
  };
  const row = log.deliveries.get(reader) ?? new Map<string, Delivery[]>();
  for (const context of contexts) {
    const before = row.get(context.from)?.[0];
    const isBehind = before && !isAsked && before.callId === callId && !before.context;
    if (isBehind && context.answerId && before.answerIds.includes(context.answerId)) before.context = context;
    else entry(context.from, context);
    log.totals.delivered += 1;
    log.totals.tokens += context.tokens;
    log.totals.deliverMs += context.tookMs;
  }
  const ofAuthor = (author: string) => byAuthor.get(author)?.[0] ?? entry(author);
  for (const answerId of answerIds) ofAuthor(answerId.slice(0, answerId.lastIndexOf('.'))).answerIds.push(answerId);
  for (const note of log.notes.filter(({ noteId }) => noteIds.includes(noteId))) {
    ofAuthor(note.slot).noteIds.push(note.noteId);
    if (!note.readBy.includes(reader)) note.readBy.push(reader);
  }
  for (const [author, entries] of byAuthor) row.set(author, [...entries, ...(row.get(author) ?? [])]);
  log.deliveries.set(reader, row);
}
