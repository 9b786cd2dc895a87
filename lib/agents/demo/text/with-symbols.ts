const WORDS: [RegExp, string][] = [
  [/\bplus\b/gi, '+'],
  [/\bminus\b/gi, '-'],
  [/\b(?:times|multiplied by)\b/gi, '*'],
  [/(?<=\d)\s+x\s+(?=\d)/gi, ' * '],
  [/\b(?:divided by|over)\b(?=\s*\d)/gi, '/'],
  [/\bto the power of\b/gi, '^'],
  [/(\d)\s*squared\b/gi, '$1 ^ 2'],
  [/(?:%|\bper ?cent)\s+of\b/gi, '% *'],
];

/** The text with the words of arithmetic written as its symbols: "12 times 7" becomes "12 * 7". */
export function withSymbols(text: string): string {
  return WORDS.reduce((result, [pattern, symbol]) => result.replace(pattern, symbol), text);
}
