import { cutWords, longestCutWords } from './cut-words';
import { BLANK_LINE, costOf, type Element } from './element';
import { type Fitted, fitElements } from './fit-elements';
import { type Budget, measured, type Transformed } from './transformed';
import type { Frame } from './wrap';

interface Composition {
  frame: Frame;
  elements: Element[];
  byTopic: boolean;
  budget: Budget;
  /** Told behind what was cut, or always: how to see more. */
  more: { words: string; always: boolean };
}

/** The frame, what fits of the elements, and behind it what was cut. No longer than the budget, except for what is needed. */
export function compose({ frame, elements, byTopic, budget, more }: Composition): Omit<Transformed, 'items'> {
  const room = Math.floor(budget.maxTokens * budget.charactersPerToken);
  const end = (cut: string | null) => trailer(cut, more);
  const bare = frame.open.length + frame.close.length;
  const whole = elements.reduce((sum, element) => sum + costOf(element), -BLANK_LINE.length);
  const isWhole = elements.every(({ missing }) => missing === 0) && bare + whole + end(null).length <= room;
  const reserve = bare + end('x'.repeat(longestCutWords(elements))).length;
  const fitted: Fitted[] = isWhole
    ? fitElements(elements, Number.POSITIVE_INFINITY, byTopic)
    : fitElements(elements, room - reserve, byTopic);
  const pieces = fitted.flatMap(({ text }) => text ?? []);
  const words = cutWords(fitted);
  if (!fitted.some(({ element, text }) => text !== null && !element.isReference)) {
    return { ...measured('', budget), cut: words && `${words}: the budget of ${room} characters holds nothing of it` };
  }
  const body = frame.open + pieces.join(BLANK_LINE) + frame.close;
  const text = body + end(words);
  if (text.length <= room) return { ...measured(text, budget), cut: words };
  const excess = `the answers alone are longer than the budget of ${room.toLocaleString('en-US')} characters`;
  const cut = words ? `${words}; ${excess}` : excess;
  return { ...measured(body + end(cut), budget), cut };
}

function trailer(cut: string | null, { words, always }: Composition['more']): string {
  const sentences = [...(cut ? [`Cut to fit: ${cut}.`] : []), ...(words && (cut || always) ? [words] : [])];
  return sentences.length > 0 ? `${BLANK_LINE}${sentences.join(' ')}` : '';
}
