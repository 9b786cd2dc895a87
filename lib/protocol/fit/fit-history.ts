import type { EarlierMessage } from './earlier-messages';
import { waterLevel } from './water-level';

/** What of the conversation before this turn a request holds. */
export interface HistoryFit {
  /** Tokens that a message keeps at most. */
  cap: number;
  /** What stands as a summary, from the beginning. */
  summary?: { messages: number; tokens: number };
  /** Tokens of all that. */
  tokens: number;
}

/** The sentence above a summary. */
const SUMMARY_HEAD = 90;
const SUMMARY_SHARE = 1 / 6;
const LEAST_SUMMARY = 150;
const MOST_SUMMARY = 2_500;
/** What a new summary leaves of the room to what stands beside it. */
const AFTER_SUMMARY = 0.65;
/** A message keeps at least this share of the room before older turns are summarised. */
const MESSAGE_SHARE = 1 / 6;

/**
 * Makes the conversation fit into `room` tokens: long messages are shortened first, then the oldest turns become a summary. One that is to
 * be made takes in more turns than it must, so that the next turns do without another. The last turn is never part of it.
 * @param sizes tokens of each message
 * @param made for how many messages there is a summary
 * @param least tokens that a message keeps in any case
 */
export function fitHistory(
  messages: EarlierMessage[],
  sizes: number[],
  room: number,
  made: number[],
  least: number,
): HistoryFit {
  const cap = Math.max(least, Math.floor(room * MESSAGE_SHARE));
  const from = (start: number, most: number) => sizes.slice(start).reduce((sum, size) => sum + Math.min(size, most), 0);
  if (from(0, cap) <= room) {
    const level = waterLevel(sizes, room);
    return { cap: level, tokens: from(0, level) };
  }
  const tokens = Math.min(MOST_SUMMARY, Math.max(LEAST_SUMMARY, Math.floor(room * SUMMARY_SHARE)));
  const taken = tokens + SUMMARY_HEAD;
  const starts = messages.flatMap(({ turn }, index) =>
    index > 0 && messages[index - 1]?.turn !== turn ? [index] : [],
  );
  const last = starts.at(-1);
  if (last === undefined) return { cap: least, tokens: from(0, least) };
  const needed = starts.find((start) => taken + from(start, cap) <= room);
  if (needed !== undefined) {
    const roomy = starts.find((start) => start >= needed && taken + from(start, cap) <= room * AFTER_SUMMARY) ?? last;
    const known = made.filter((start) => start >= needed && start <= roomy);
    const start = known.length > 0 ? Math.min(...known) : roomy;
    return { cap, summary: { messages: start, tokens }, tokens: taken + from(start, cap) };
  }
  const level = Math.max(least, waterLevel(sizes.slice(last), room - taken));
  return { cap: level, summary: { messages: last, tokens }, tokens: taken + from(last, level) };
}
