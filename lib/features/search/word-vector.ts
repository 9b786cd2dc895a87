import { wordTexts } from './words-of';

/** Of a title, of what a person wrote, of what a team answered: how much a hit in it weighs. */
export type Weight = 'A' | 'B' | 'C';

/** What Postgres allows: positions up to this, and this many of a word. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 32;
/** Of one text; a text with more different words is found by its first ones. */
const MOST_WORDS = 30_000;

/** The words of a text as a `tsvector` is written. */
export function wordVector(text: string, weight: Weight): string {
  const places = new Map<string, number[]>();
  let position = 0;
  for (const word of wordTexts(text)) {
    position = Math.min(position + 1, LAST_POSITION);
    const known = places.get(word);
    if (known) {
      if (known.length < MOST_POSITIONS) known.push(position);
    } else if (places.size < MOST_WORDS) places.set(word, [position]);
  }
  // Words are letters, digits and `_` alone: there is nothing to escape.
  return [...places].map(([word, at]) => `'${word}':${at.map((each) => `${each}${weight}`).join(',')}`).join(' ');
}
