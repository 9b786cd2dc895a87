/** Sentences and list lines of a text, in order, trimmed; a decimal point or a common abbreviation does not end a sentence. */
export function splitSentences(text: string): string[] {
  return text
    .split(/\n+/)
    .flatMap((line) => splitLine(line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim()))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

const ABBREVIATION = /(?:^|\s)(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|e\.g|i\.e|approx|Inc|Ltd)\.$/i;

function splitLine(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of line.matchAll(/[.!?…]+["”')\]]*(?=\s+["“'(]?[\p{Lu}\p{N}])|[。！？]/gu)) {
    const end = match.index + match[0].length;
    const sentence = line.slice(start, end).trim();
    if (ABBREVIATION.test(sentence)) continue;
    sentences.push(sentence);
    start = end;
  }
  const rest = line.slice(start).trim();
  if (rest) sentences.push(rest);
  return sentences;
}
