import type { Element } from './element';
import type { Fitted } from './fit-elements';

const NAMES: Record<Element['what'], [one: string, more: string]> = {
  answer: ['answer', 'answers'],
  file: ['file change', 'file changes'],
  tool: ['tool call', 'tool calls'],
  note: ['note', 'notes'],
  plan: ['plan', 'plans'],
  message: ['message', 'messages'],
};

/** What did not fit, for example `2 tool calls shortened, 1 note left out (12,400 characters)`; `null` = all did. */
export function cutWords(fitted: Fitted[]): string | null {
  const missing = fitted.reduce((sum, entry) => sum + entry.missing, 0);
  const parts = Object.entries(NAMES).flatMap(([what, [one, more]]) => {
    const own = fitted.filter(({ element }) => element.what === what);
    const words = (count: number, fate: string) =>
      count > 0 ? [`${count.toLocaleString('en-US')} ${count === 1 ? one : more} ${fate}`] : [];
    const out = own.filter(({ text }) => text === null).length;
    const shortened = own.filter((entry) => entry.text !== null && entry.missing > 0).length;
    return [...words(shortened, 'shortened'), ...words(out, 'left out')];
  });
  const figure = missing > 0 ? ` (${missing.toLocaleString('en-US')} characters)` : '';
  return parts.length > 0 ? parts.join(', ') + figure : null;
}

/** No words of `cutWords` on these elements are longer. */
export function longestCutWords(elements: Element[]): number {
  const most = elements.flatMap((element): Fitted[] => {
    const missing = element.missing + element.bodies.reduce((sum, { length }) => sum + length, 1);
    return [
      { element, text: null, missing },
      { element, text: '', missing },
    ];
  });
  // “1 note” may be longer than “0 notes” but not than what two of each kind and twice the characters make.
  return (cutWords([...most, ...most]) ?? '').length;
}
