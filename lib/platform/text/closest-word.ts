const MAX_DISTANCE_SHARE = 0.5;

/** The word that a person most likely meant, or `null` when none is near. */
export function closestWord(given: string, words: readonly string[]): string | null {
  const [best] = words
    .map((word) => ({ word, distance: editDistance(simplify(given), simplify(word)) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, best.word.length * MAX_DISTANCE_SHARE) ? best.word : null;
}

/** `max_new_answers` and `maxNewAnswers` are the same to people. */
function simplify(word: string): string {
  return word
    .toLowerCase()
    .replace(/[_\s-]/g, '')
    .slice(0, 60);
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swap));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
