const WORD = /[\p{L}\p{N}]{3,}/gu;

/** How many different words of the question the text has. */
export function wordsInCommon(question: string, text: string): number {
  const wanted = wordsOf(question);
  let count = 0;
  for (const word of wordsOf(text)) if (wanted.has(word)) count += 1;
  return count;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(WORD));
}
