import { contentWords } from './content-words';

/**
 * The `count` sentences that say most about the text (and about `question`, if given), in their original order.
 * A sentence scores by how often its words occur in the whole text; words of the question count three times.
 */
export function rankSentences(sentences: string[], count: number, question = ''): string[] {
  const frequency = new Map<string, number>();
  for (const word of sentences.flatMap(contentWords)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const asked = new Set(contentWords(question));
  const scored = sentences.map((sentence, index) => {
    const words = [...new Set(contentWords(sentence))];
    const sum = words.reduce((total, word) => total + (frequency.get(word) ?? 0) * (asked.has(word) ? 3 : 1), 0);
    return { sentence, index, score: words.length === 0 ? 0 : sum / Math.sqrt(words.length + 4) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ sentence }) => sentence);
}
