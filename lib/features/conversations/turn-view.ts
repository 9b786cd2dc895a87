import type { RunResult } from '@/db/types/run-result';
import type { RunStatus } from '@/db/types/run-status';
import type { AttachmentRef } from '@/lib/protocol/attachment';
import type { RunState } from '@/lib/protocol/state';
import type { ContinuedFrom, ImportedFrom } from './continued-from';

/** Other questions or answers at the same place. */
export interface BranchesView {
  /** For each, oldest first, the `activeLeafId` of the conversation that shows it. */
  leafIds: string[];
  /** Which of them is shown. */
  shown: number;
}

interface Asked {
  messageId: string;
  answerMessageId: string;
  /** Id of the answer that stands before it; `null` for the first turn. */
  after: string | null;
  text: string;
  /** The name of somebody else who asked; `null` = the reader has, or nobody is known to. */
  askedBy: string | null;
  /** Characters of the whole question when `text` is only its beginning. */
  textCutFrom: number | null;
  attachments: AttachmentRef[];
  /** Given with the question; `null` = none. */
  checks: unknown[] | null;
  /** `null` = there is one only. */
  questionBranches: BranchesView | null;
  answerBranches: BranchesView | null;
}

export interface RunView {
  id: string;
  status: RunStatus;
  /** Once it is over; `finalCutFrom` = characters of the whole final answer when `final` is only its beginning. */
  result: (RunResult & { finalCutFrom: number | null }) | null;
  /** What a person chose after the end; shown in place of `final`. */
  chosen: { answerId: string; by: { userId: string }; at: string; text: string; cutFrom: number | null } | null;
  /** While it goes on; `null` where reading its log costs no more. */
  state: RunState | null;
}

/**
 * A question and what answers it, as a page shows them: a run, what a slot had published when a person continued from its context, or what
 * came with a file.
 */
export type TurnView =
  | (Asked & { run: RunView })
  | (Asked & { run: null; answer: string; answerCutFrom: number | null; continuedFrom: ContinuedFrom })
  | (Asked & { run: null; answer: string; answerCutFrom: number | null; importedFrom: ImportedFrom });

/** Some turns of a branch that follow one another, oldest first. */
export interface TurnPageView {
  turns: TurnView[];
  /** The branch has turns before these. */
  earlier: boolean;
  /** The end of what goes on behind the last of these turns, when the reader has gone back to it; as `activeLeafId` it is shown again. */
  onward: string | null;
}
