const WORDS: [RegExp, string][] = [
  [/\badd\s+(\d[\d.,]*)\s*(?:%|percent)(?:\s+(?:of\s+)?\p{L}+)?\s+to\s+(\d[\d.,]*\d|\d)/giu, '$2 * (1 + $1%)'],
  [/(\d[\d.,]*)\s*(?:%|percent)\s+(?:off|discount on)\s+[€$£]?(\d[\d.,]*\d|\d)/gi, '$2 * (1 - $1%)'],
  [/\b(?:square root of|sqrt\s*\(?)\s*(\d[\d.,]*\d|\d)\)?/gi, '$1 ^ 0.5'],
  [/\bplus\b/gi, '+'],
  [/\bminus\b/gi, '-'],
  [/\b(?:times|multiplied by)\b/gi, '*'],
  [/(?<=\d)\s+x\s+(?=\d)/gi, ' * '],
  [/\b(?:divided by|over)\b(?=\s*\d)/gi, '/'],
  [/\bto the power of\b/gi, '^'],
  [/(\d)\s*squared\b/gi, '$1 ^ 2'],
  [/(?:%|\bper ?cent|\bprozent)\s+(?:of|von)\b\s*(?:[€$£](?=\s?\d))?/gi, '% *'],
];

/** The text with the words of arithmetic written as its symbols: "12 times 7" becomes "12 * 7". */
export function withSymbols(text: string): string {
  return WORDS.reduce((result, [pattern, symbol]) => result.replace(pattern, symbol), text);
}
