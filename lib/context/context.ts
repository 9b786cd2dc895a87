/** The canonical form of what agents share (docs/context-sharing.md). Plain JSON. */
import type { AnswerId, Slot } from '@/lib/protocol/team';

/** When a snapshot is captured: the slot has published, tools of its own have ended, its call has ended. */
export type SnapshotKind = 'answer' | 'tools' | 'call';

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

/** One path of a working folder; in a manifest what it has become since the parent, `hash: null` = removed. */
export interface ContextFile {
  /** Relative, with `/`. */
  path: string;
  /** SHA-256 of the bytes, of a link of its target. Also `null` for a file that is too large to keep. */
  hash: string | null;
  bytes: number;
  /** Permission bits. */
  mode: number;
  kind: 'file' | 'link' | 'tooLarge' | 'removed';
}

/** What a snapshot is, as it is stored and hashed: JSON with sorted keys and no spaces. */
export interface ContextManifest {
  version: 1;
  runId: string;
  slot: Slot;
  /** Of the last event of the run's log that it covers. */
  seq: number;
  kind: SnapshotKind;
  /** The slot's snapshot before it, of this run or of the turn from which this one began. */
  parentHash: string | null;
  answerId: AnswerId | null;
  /** The blob with what was done since the parent, a JSON array of `ContextItem`; `null` = nothing. */
  items: { hash: string; bytes: number; count: number } | null;
  /** Since the parent, sorted by path. */
  files: ContextFile[];
  plan: PlanEntry[];
  usage: ContextUsage;
}

/** A snapshot put together from its chain and verified. */
export interface Context {
  id: string;
  hash: string;
  parentId: string | null;
  runId: string;
  slot: Slot;
  seq: number;
  kind: SnapshotKind;
  answerId: AnswerId | null;
  /** Of this run, up to this snapshot. */
  items: ContextItem[];
  /** The whole tree, sorted by path; no entry is `removed`. */
  files: ContextFile[];
  /** What has changed since the turn began; `before: null` = new, `after: null` = removed. */
  changes: { path: string; before: ContextFile | null; after: ContextFile | null }[];
  plan: PlanEntry[];
  usage: ContextUsage;
}
