import type { AttachmentRef } from '../protocol/attachment';
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
  text: string;
  attachments: AttachmentRef[];
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
  continuedFrom: ContinuedFrom;
}

export interface ContinuedFrom {
  contextId: string;
  slot: string;
  answerId: string | null;
}

export type TranscriptTurn = Turn | ContinuedTurn;

export function isRunTurn(turn: TranscriptTurn): turn is Turn {
  return turn.run !== null;
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
