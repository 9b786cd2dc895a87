const STRONG = /[\p{L}\p{N}]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const DIGIT = /\p{N}/u;

/** The direction of a text by its first letter, as `dir="auto"` finds it; for boxes whose text is in boxes of their own. */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  for (const character of text) {
    if (!STRONG.test(character) || DIGIT.test(character)) continue;
    return RIGHT_TO_LEFT.test(character) ? 'rtl' : 'ltr';
  }
  return undefined;
}
