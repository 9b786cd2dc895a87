/** What has become of one file. */
export interface FileDiff {
  path: string;
  status: 'added' | 'changed' | 'removed';
  bytes: number;
  /** Unified; `null` where there is none to show. */
  patch: string | null;
  /** Why there is none, or what is missing of it. */
  note: string | null;
}
