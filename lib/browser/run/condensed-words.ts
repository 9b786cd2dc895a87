import type { Condensed } from '@/lib/protocol/fit/condensed';
import { texts } from './history-texts';

const number = new Intl.NumberFormat('en');
/** Texts that are named one by one. */
const NAMED = 3;

/** What was condensed for an agent’s model, a sentence each. */
export function condensedWords({
  window,
  windowFrom,
  turns,
  cut,
  more = 0,
}: Omit<Condensed, 'tokens' | 'tokensBefore'>): {
  what: string[];
  window: string;
} {
  const summarised = turns === undefined ? [] : [texts.summarised(turns)];
  const named = cut.slice(0, NAMED).map(({ what, characters, kept }) => {
    const of = number.format(characters);
    return kept === 0 ? texts.leftOut(sentence(what), of) : texts.shortened(sentence(what), number.format(kept), of);
  });
  const others = cut.length - named.length + more;
  const rest = others > 0 ? [texts.moreShortened(others)] : [];
  return {
    what: [...summarised, ...named, ...rest],
    window: texts.window(number.format(window), texts.windowFrom[windowFrom]),
  };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
