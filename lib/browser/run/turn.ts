import type { AttachmentRef } from '@/lib/protocol/attachment';
import type { StoredRun } from './stored-run';

/** Other answers to the same question, or other questions at the same place. */
export interface Branches {
  /** For each, oldest first, the `activeLeafId` of the conversation that shows it. */
  leafIds: string[];
  /** Which of them is shown. */
  shown: number;
}

interface Asked {
  messageId: string;
  /** Id of the message that answers; `null` until the server has told it. */
  answerMessageId: string | null;
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
  questionBranches: Branches | null;
  answerBranches: Branches | null;
}

/** One user message and the run that answers it. */
export interface Turn extends Asked {
  run: StoredRun;
}

/** One user message and, for an answer, what a slot had published when a person went back to its context to continue from there. */
export interface ContinuedTurn extends Asked {
  run: null;
  answerMessageId: string;
  /** Empty when nothing had been published. */
  answer: string;
  /** Characters of the whole answer when `answer` is only its beginning. */
  answerCutFrom: number | null;
  continuedFrom: ContinuedFrom;
}

export interface ContinuedFrom {
  contextId: string;
  slot: string;
  answerId: string | null;
}

/** One user message and an answer that came with a file. */
export interface ImportedTurn extends Asked {
  run: null;
  answerMessageId: string;
  /** Empty when the file has none. */
  answer: string;
  answerCutFrom: number | null;
  importedFrom: { from: 'massgen' | 'chatgpt' | 'claude'; model: string | null };
}

export type TranscriptTurn = Turn | ContinuedTurn | ImportedTurn;

/** Some turns of a branch that follow one another, oldest first. */
export interface TurnPage {
  turns: TranscriptTurn[];
  /** The branch has turns before these. */
  earlier: boolean;
  /** The end of what goes on behind the last of these turns, when the reader has gone back to it. */
  onward: string | null;
}

export function isRunTurn(turn: TranscriptTurn): turn is Turn {
  return turn.run !== null;
}

export function isImportedTurn(turn: TranscriptTurn): turn is ImportedTurn {
  return 'importedFrom' in turn;
}

/** What identifies a turn's answer. */
export function answerKey(turn: TranscriptTurn): string {
  return isRunTurn(turn) ? turn.run.id : turn.answerMessageId;
}

/** A turn that was sent from this page. */
export interface SentTurn {
  turn: Turn;
  /** Key of the answer behind which it was sent; `null` = it was the first. */
  after: string | null;
}

/**
 * The server's turns and behind them those that were sent from this page and are not in the server's list yet: only where the page shows
 * the branch in which they were sent.
 */
export function mergeTurns(stored: TranscriptTurn[], sent: SentTurn[]): TranscriptTurn[] {
  const known = new Set(stored.map(answerKey));
  const turns = [...stored];
  for (const { turn, after } of sent) {
    const last = turns.at(-1);
    if (!known.has(turn.run.id) && after === (last ? answerKey(last) : null)) turns.push(turn);
  }
  return turns;
}

/**
 * What of the sent turns is still to be shown once the server has said anew what the transcript is: nothing that it has taken into its list, and
 * nothing at all where its reader has gone to another branch, or back on this one.
 */
export function stillSent(sent: SentTurn[], before: TurnPage, now: TurnPage): SentTurn[] {
  const listed = new Set(now.turns.map(answerKey));
  const last = before.turns.at(-1);
  const isElsewhere = now.onward !== null || (last !== undefined && !listed.has(answerKey(last)));
  return isElsewhere ? [] : sent.filter(({ turn }) => !listed.has(turn.run.id));
}

/**
 * A page of turns, and before them what is already known of the same branch.
 * @param known turns by the id of their answer's message
 */
export function joinTurns(page: TranscriptTurn[], known: ReadonlyMap<string, TranscriptTurn>): TranscriptTurn[] {
  const before: TranscriptTurn[] = [];
  let after = page[0]?.after ?? null;
  while (after !== null) {
    const turn = known.get(after);
    if (!turn) break;
    before.push(turn);
    after = turn.after;
  }
  return [...before.reverse(), ...page];
}

/** Whether an id names a turn: that of its question, its answer or its run. */
export function isNamedBy(turn: TranscriptTurn, id: string): boolean {
  return [turn.messageId, turn.answerMessageId, turn.run?.id].includes(id);
}
