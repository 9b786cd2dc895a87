import { estimateTokens } from '../estimate-tokens';
import { headWithin } from './cut-text';
import type { EarlierMessage } from './earlier-messages';

/** What a line about a turn has at least, in tokens. */
const LEAST_LINE = 60;
const QUESTION_SHARE = 0.6;

/**
 * A summary by rule, where no model can make one: how each turn begins, question and answer, within so many tokens. Where they are too many,
 * the first two and the newest stay.
 */
export function extractSummary(messages: EarlierMessage[], tokens: number): string {
  const turns = [...new Set(messages.map(({ turn }) => turn))];
  const most = Math.max(1, Math.floor(tokens / LEAST_LINE));
  const first = turns.slice(0, Math.min(2, Math.floor(most / 2)));
  const kept = turns.length <= most ? turns : [...first, ...turns.slice(turns.length - (most - first.length))];
  const each = tokens / kept.length;
  const lines = kept.flatMap((turn, index) => {
    const missing = turn - (kept[index - 1] ?? 0) - 1;
    const gap = missing > 0 ? [`(${missing} turns left out)`] : [];
    return [
      ...gap,
      lineOf(
        turn,
        messages.filter((message) => message.turn === turn),
        each,
      ),
    ];
  });
  return lines.join('\n');
}

function lineOf(turn: number, messages: EarlierMessage[], tokens: number): string {
  const of = (role: string, room: number) => {
    const text = messages.flatMap((message) => (message.role === role ? [message.text] : [])).join(' ');
    const line = text.replace(/\s+/g, ' ').trim();
    const end = headWithin(line, room);
    return end < line.length ? `${line.slice(0, end)}…` : line;
  };
  const label = `Turn ${turn}: asked “`;
  const room = Math.max(8, tokens - estimateTokens(`${label}”, answered “”`));
  return `${label}${of('user', room * QUESTION_SHARE)}”, answered “${of('assistant', room * (1 - QUESTION_SHARE))}”`;
}
