/** The canonical form of what agents share (docs/context-sharing.md). Plain JSON. */
import type { SnapshotKind } from '@/lib/protocol/context-event';
import type { AnswerId, Slot } from '@/lib/protocol/team';

/** What a slot has done, in order. Reasoning is no part of it. */
export type ContextItem =
  | { kind: 'text'; text: string }
  | {
      kind: 'tool';
      toolCallId: string;
      server?: string;
      tool: string;
      arguments: unknown;
      /** `null` = it was interrupted. */
      result: { text: string; isError: boolean } | null;
      tookMs: number | null;
    }
  | { kind: 'note'; noteId: string; to: Slot[] | null; text: string }
  | { kind: 'answer'; answerId: AnswerId; content: string };

/** An entry of an agent's task list, in its last state. */
export interface PlanEntry {
  id: string;
  text: string;
  status: 'pending' | 'in_progress' | 'completed';
}

export interface ContextUsage {
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  reasoningTokens: number;
  costUsd: number | null;
}

/** One path of a working folder, as it is. */
export interface ContextFile {
  /** Relative, with `/`. */
  path: string;
  /** SHA-256 of the bytes, of a link of its target; `null` for what is removed or too large to keep. */
  hash: string | null;
  bytes: number;
  /** Permission bits. */
  mode: number;
  /** `removed` stands in manifests only. */
  kind: 'file' | 'link' | 'tooLarge' | 'removed';
}

/** What a snapshot is, as it is stored and hashed: JSON with sorted keys and no spaces. */
export interface ContextManifest {
  version: 1;
  runId: string;
  slot: Slot;
  /** Type of the backend that did the work, which decides in which form its like gets it; never shown to agents (P1). */
  backend: string;
  /** Of the last event of the run's log that it covers. */
  seq: number;
  kind: SnapshotKind;
  /** The slot's snapshot before it, of this run or of the one from which its turn began. */
  parentHash: string | null;
  answerId: AnswerId | null;
  /** The blob with what was done in this run since the parent, a JSON array of `ContextItem`; `null` = nothing. */
  items: { hash: string; bytes: number; count: number } | null;
  /** Sorted by path: what has changed since the parent, or, where `complete`, all files, so that no chain is read to its beginning. */
  files: ContextFile[];
  complete: boolean;
  plan: PlanEntry[];
  usage: ContextUsage;
}

export interface FileChange {
  path: string;
  /** `null` = new. */
  before: ContextFile | null;
  /** `null` = removed. */
  after: ContextFile | null;
}

/** A snapshot put together from its chain and verified. */
export interface Context {
  id: string;
  hash: string;
  parentId: string | null;
  runId: string;
  slot: Slot;
  backend: string;
  seq: number;
  kind: SnapshotKind;
  answerId: AnswerId | null;
  /** Of this run, up to this snapshot. */
  items: ContextItem[];
  /** The whole tree, sorted by path; no entry is `removed`. */
  files: ContextFile[];
  /** What has changed since the turn began, sorted by path. */
  changes: FileChange[];
  plan: PlanEntry[];
  usage: ContextUsage;
}
