import type { HistoryMessage } from '../prompt-message';

export interface EarlierMessage extends HistoryMessage {
  /** The turn to which it belongs, from 1. */
  turn: number;
}

/** The conversation before this turn by its turns; each begins with what the person wrote. */
export function earlierMessages(history: HistoryMessage[]): EarlierMessage[] {
  let turn = 0;
  return history.map((message) => {
    if (message.role === 'user' || turn === 0) turn += 1;
    return { ...message, turn };
  });
}
