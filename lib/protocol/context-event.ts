/** What is said in the log of the board: notes, snapshots, and what of them was shown to whom (docs/context-sharing.md). */
import type { EventError, OfCall, OfSlot } from './event-base';
import type { AnswerId, Slot } from './team';

/** Where a slot's context was captured: its answer, the end of a round of its own tools, the end of its call. */
export type SnapshotKind = 'answer' | 'tools' | 'call';

/** The form in which a reader gets another's context. */
export type ContextForm = 'full' | 'structured' | 'text';

/** The context of the slot, as of this event, is a stored snapshot (docs/context-sharing.md). */
export interface ContextCaptured extends OfCall<'context.captured'> {
  snapshotId: string;
  /** SHA-256 of the snapshot's manifest. */
  hash: string;
  parentId: string | null;
  kind: SnapshotKind;
  answerId: AnswerId | null;
  /** How many of the slot's items the snapshots of this run hold so far. */
  items: number;
  /** Files that have changed since the parent. */
  files: number;
  /** Newly stored. */
  bytes: number;
  tookMs: number;
}
/** A snapshot could not be captured, or not be read as it was stored: the run goes on without it. */
export interface ContextFailed extends OfSlot<'context.failed'> {
  snapshotId?: string;
  error: EventError;
}
/** A slot has written a note for the others. */
export interface NotePosted extends OfCall<'note.posted'> {
  noteId: string;
  text: string;
  /** Absent = for all. */
  to?: Slot[];
}
/** What a reader was given of a snapshot. */
export interface SharedContext {
  /** `own` = the reader's own of the turn before; `comparison` = the files of all slots beside one another, for the presenter. */
  kind: 'peer' | 'own' | 'comparison';
  /** Whose context; of a comparison the reader's own letter. */
  from: Slot;
  /** The answer of `from` with which it came; `null` where it came with none. */
  answerId: AnswerId | null;
  snapshotId: string;
  /** SHA-256 of the exact text. */
  hash: string;
  form: ContextForm;
  bytes: number;
  tokens: number;
  /** Of the author's items in this run, how many it takes into account. */
  items: number;
  /** What did not fit, in words. */
  cut?: string;
  tookMs: number;
}
/** The receipt of P13: the model request of `callId` really contains these answers and steering messages. */
export interface ContextDelivered extends OfCall<'context.delivered'> {
  /** In the order in which the request shows them (P2). */
  answerIds: AnswerId[];
  noteIds?: string[];
  /** Its own answer, with what the checks say of it; absent = none. */
  checked?: AnswerId;
  contexts?: SharedContext[];
  /** `seq` of each steer.received that the request contains. */
  steerSeqs?: number[];
  /** Set when a tool result carries the update (a refused vote, a board tool): the request says it there and nowhere else. */
  toolCallId?: string;
  tookMs: number;
}
