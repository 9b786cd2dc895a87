/** A snapshot as its row tells it; what it holds is in its manifest. */
export interface SnapshotRecord {
  id: string;
  conversationId: string;
  runId: string;
  slot: string;
  /** Of the last event of the run's log that it covers. */
  seq: number;
  kind: 'answer' | 'tools' | 'call';
  /** SHA-256 of the manifest. */
  hash: string;
  parentId: string | null;
  answerId: string | null;
  /** Newly stored for it. */
  bytes: number;
  tookMs: number;
  createdAt: Date;
}
