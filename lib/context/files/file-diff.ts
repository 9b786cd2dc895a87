/** What became of one file. */
export interface FileDiff {
  path: string;
  status: 'added' | 'changed' | 'removed';
  /** Of a removed file: as it was. */
  bytes: number;
  /** Unified, with three lines around; `null` = there is none to show, `note` says why. */
  patch: string | null;
  /** What the patch does not say, in words. */
  note: string | null;
}
