/** Longer than any formula that people read; what is longer is shown as its source. */
export const MAX_TEX = 4000;

/** A command, an index, an exponent, a group or a relation: what only formulas have. */
const MATHEMATICAL = /\\[a-zA-Z,;!{}|\\]|[_^{}=<>+]|\d\s*[*/]\s*\d/;
/** Two words in a row, or a word between spaces: what sentences have. */
const WORDS = /(?:^|\s)\p{L}{2,}[,.;:!?]?(?:\s|$)/u;
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}，。、；：！？]/u;
/** What is text in a formula, and names of commands. */
const NAMED = /\\(?:text|textbf|textit|textrm|mathrm|operatorname|mbox)\{[^{}]*\}|\\[a-zA-Z]+/g;

/** Whether what stands between two dollar signs (or escaped brackets) is a formula and no part of a sentence. */
export function isFormula(tex: string): boolean {
  if (tex.length > MAX_TEX || /\n\s*\n/.test(tex)) return false;
  const plain = tex.replace(NAMED, ' \\ ');
  if (MATHEMATICAL.test(tex)) return !/^\d/.test(tex) || !(WORDS.test(plain) || WIDE.test(plain));
  return !WORDS.test(plain) && !WIDE.test(plain);
}
