import type { AttachmentRef } from '../protocol/attachment';
import type { StoredRun } from './stored-run';

/** One user message and the run that answers it. */
export interface Turn {
  messageId: string;
  text: string;
  attachments: AttachmentRef[];
  run: StoredRun;
}

/** The server's turns and behind them those that were sent from this page and are not in the server's list yet. */
export function mergeTurns(stored: Turn[], sent: Turn[]): Turn[] {
  const known = new Set(stored.map((turn) => turn.run.id));
  return [...stored, ...sent.filter((turn) => !known.has(turn.run.id))];
}
