import type { Slot } from '@/lib/protocol/team';

/** What a slot made of a file. */
export interface FileVersion {
  slot: Slot;
  change: 'added' | 'changed' | 'removed';
  /** `null` = removed, or too large to be kept. */
  hash: string | null;
  bytes: number;
  /** Against the start of the turn, of a conflict only; `null` where there is none to show. */
  patch: string | null;
  note: string | null;
}

/** A file that at least one slot has changed, three ways (docs/context-sharing.md, "Conflicts"). */
export interface FileComparison {
  path: string;
  state: 'clean' | 'mergeable' | 'conflict';
  /** Of the slots that have changed it, in their order. */
  versions: FileVersion[];
  /** Of what is mergeable. */
  merged: string | null;
  /** What else there is to know, in words. */
  note: string | null;
}
