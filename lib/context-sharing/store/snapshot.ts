import type { SnapshotKind } from '@/lib/protocol/context-event';
import type { AnswerId, Slot } from '@/lib/protocol/team';
import type { ContextFile, ContextItem, ContextUsage, PlanEntry } from '../context';

/** Where a snapshot belongs. */
export interface SnapshotPlace {
  workspaceId: string;
  conversationId: string;
  runId: string;
  slot: Slot;
}

export type ConversationPlace = Pick<SnapshotPlace, 'workspaceId' | 'conversationId'>;

/** What the next snapshot of a slot needs to know of the one before. */
export interface SnapshotHead {
  id: string;
  hash: string;
  runId: string;
  /** Snapshots back to the last one that names all files, or to the chain's beginning. */
  depth: number;
}

/** A snapshot that is to be stored. */
export interface SnapshotDraft {
  backend: string;
  parent: SnapshotHead | null;
  seq: number;
  kind: SnapshotKind;
  answerId: AnswerId | null;
  /** Since the parent; when the parent is of another run, all of this run. */
  items: ContextItem[];
  /** Since the parent, `removed` among them; when `complete`, all that there are. */
  files: ContextFile[];
  complete: boolean;
  plan: PlanEntry[];
  usage: ContextUsage;
  tookMs: number;
}
