import type { SnapshotKind } from './context-event';
import type { AnswerId } from './team';

/** The newest stored snapshot of a slot. */
export interface SnapshotRef {
  snapshotId: string;
  hash: string;
  kind: SnapshotKind;
  answerId: AnswerId | null;
  /** As in `context.captured`. */
  items: number;
  seq: number;
}

/** What sharing contexts came to in a run. */
export interface ContextTotals {
  snapshots: number;
  /** Newly stored. */
  bytes: number;
  captureMs: number;
  deliveries: number;
  deliveredTokens: number;
  deliverMs: number;
  failures: number;
}
