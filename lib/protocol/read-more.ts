import { conversationOf } from './decision/fresh-calls';
import { headWithin } from './fit/cut-text';
import { earlierMessages } from './fit/earlier-messages';
import { plainText } from './prompt/plain-text';
import type { HistoryMessage } from './prompt-message';
import type { RunState } from './state';
import type { Slot } from './team';
import { slotOf } from './update-slot';
import { answerOf } from './voting/current-answers';

interface Read {
  text: string;
  isError: boolean;
}

const number = new Intl.NumberFormat('en');

/**
 * What `read_more` gives the slot: the text of the source from a character on, of at most so many tokens, under a line that says where it
 * is and how to go on. Only what the slot's requests hold can be read.
 */
export function readMore(state: RunState, slot: Slot, history: HistoryMessage[], args: unknown, tokens: number): Read {
  const { source, offset = 0 } = (typeof args === 'object' && args !== null ? args : {}) as Record<string, unknown>;
  if (typeof source !== 'string') return refusal('read_more needs "source", as the place of the cut names it.');
  if (!Number.isInteger(offset) || Number(offset) < 0) return refusal('"offset" is a whole number from 0.');
  const text = textOf(state, slot, history, source.trim());
  if (text === null)
    return refusal(
      `There is no source "${source.slice(0, 60)}". Take one that a place of a cut names, such as "B.2" or "turn 3 answer".`,
    );
  const start = Number(offset);
  if (start >= text.length)
    return refusal(`${source} has ${number.format(text.length)} characters; "offset" is beyond them.`);
  const end = Math.max(start + 1, headWithin(text, tokens, start));
  const rest =
    end < text.length ? ` read_more {"source": "${source}", "offset": ${end}} reads on.` : ' This is the end of it.';
  const where = `[Characters ${number.format(start + 1)} to ${number.format(end)} of ${number.format(text.length)} of ${source}.${rest}]`;
  return { text: `${where}\n\n${plainText(text.slice(start, end))}`, isError: false };
}

function textOf(state: RunState, slot: Slot, history: HistoryMessage[], source: string): string | null {
  const items = conversationOf(slotOf(state, slot)?.items ?? []);
  const [, turn, part] = /^turn (\d+)(?: (question|answer))?$/.exec(source) ?? [];
  if (turn !== undefined) return textOfTurn(history, Number(turn), part);
  const [, place] = /^result (\d+)$/.exec(source) ?? [];
  if (place !== undefined) {
    const results = items.flatMap((item) => (item.kind === 'tool' && item.result ? [item.result.text] : []));
    return results[Number(place) - 1] ?? null;
  }
  const delivered = items.filter((item) => item.kind === 'delivered');
  const note = state.notes.find(({ noteId }) => noteId === source);
  if (note) return delivered.some((item) => item.noteIds?.includes(note.noteId)) ? note.text : null;
  const answer = answerOf(state, source as `${string}.${number}`);
  if (!answer) return null;
  const isKnown = answer.slot === slot || delivered.some((item) => item.answerIds.includes(answer.answerId));
  return isKnown ? answer.content : null;
}

function textOfTurn(history: HistoryMessage[], turn: number, part?: string): string | null {
  const messages = earlierMessages(history).filter((message) => message.turn === turn);
  if (messages.length === 0) return null;
  const of = (role: string) =>
    messages.flatMap((message) => (message.role === role ? [message.text] : [])).join('\n\n');
  if (part !== undefined) return of(part === 'question' ? 'user' : 'assistant');
  return `The person wrote:\n\n${of('user')}\n\nThe answer was:\n\n${of('assistant')}`;
}

function refusal(text: string): Read {
  return { text, isError: true };
}
