import { estimateTokens } from '../estimate-tokens';
import type { HistoryMessage } from '../prompt-message';
import type { Condensation } from './condensation';
import { earlierMessages } from './earlier-messages';
import { fitHistory } from './fit-history';

/** Of its window, what an agent that keeps its conversation itself is given of one answer, and of all earlier turns. */
const ANSWER_SHARE = 0.1;
const HISTORY_SHARE = 0.3;
const LEAST = 80;

/**
 * Bounds on what is handed to an agent that manages its window itself. They depend on nothing but its window and the conversation before
 * this turn: what it has been told is told in the same words again.
 */
export function handoverCondensation(history: HistoryMessage[], window: number, made: number[]): Condensation {
  const earlier = earlierMessages(history);
  const sizes = earlier.map(({ text }) => estimateTokens(text));
  const answer = Math.floor(window * ANSWER_SHARE);
  const { cap, summary } = fitHistory(earlier, sizes, Math.floor(window * HISTORY_SHARE), made, LEAST);
  return {
    caps: { answer, oldAnswer: answer, ...(sizes.length > 0 && { turn: cap }) },
    ...(summary && { summary }),
    readMore: null,
  };
}
