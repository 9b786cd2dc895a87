import type { SharedContext, SnapshotKind } from '@/lib/protocol/context-event';
import type { RunState } from '@/lib/protocol/state';
import type { AnswerId, Slot } from '@/lib/protocol/team';
import type { EventDraft } from './log/run-log';
import type { Reader } from './reader';
import type { ToolSource } from './tool-source';

/** Where the engine has the contexts of a team's slots captured, stored and made ready for others; lib/context implements it. */
export interface ContextSource {
  /** For one run of a team that shares. What comes about later is written with `append`, which ignores it after the run's end. */
  open(run: ContextRun, append: (draft: EventDraft) => void): Promise<RunContexts>;
}

export interface ContextRun {
  runId: string;
  conversationId: string;
  workspaceId: string;
  /** The message behind which this turn began; `null` = it is the first one. */
  parentMessageId: string | null;
}

/** The contexts of one run. Nothing here throws for a context that is damaged or cannot be stored: `context.failed` tells it. */
export interface RunContexts {
  /** Has the slot's context captured as it stands in this state; what is queued for the same slot may become one. */
  capture(state: RunState, slot: Slot, kind: SnapshotKind, answerId: AnswerId | null): void;
  /** Resolves when what has been asked for can be given to readers, or after `patienceMs`. */
  prepared(patienceMs: number): Promise<void>;
  /** Resolves when it is stored and told in the log too, or after `patienceMs`. */
  stored(patienceMs: number): Promise<void>;
  /** What receipts name is on its way to the database: nothing of the log is committed before. `null` = it is there. Never fails. */
  readonly unstored: Promise<void> | null;
  /** What of others' contexts, and of its own of the turn before, the reader's next request must newly contain: stored, with receipts. */
  due(state: RunState, reader: Reader): Promise<SharedContext[]>;
  /** The tools by which slots read and write the board. */
  readonly tools: ToolSource;
  /** Texts of contexts that a request refers to, by hash; what cannot be read is said in its place. */
  texts(hashes: string[]): Promise<Map<string, string>>;
  /**
   * Its own files and those shared with it, beside one another, for the presenter, whose next request holds `due` too; `null` = fewer than two of
   * these slots have changed files.
   */
  comparison(state: RunState, reader: Reader, due: SharedContext[]): Promise<SharedContext | null>;
  /** The snapshot with which a person had the slot's turn begin; `null` = it goes on from its own. */
  continuedFrom(slot: Slot): string | null;
  /** What has been asked for is still captured, but nothing new. */
  close(): void;
}
