import type { Answer } from '../state';

/** Among tied answers: fewest versions, then earliest published (P10). Throws for an empty list. */
export function breakTie(tied: Answer[]): { answer: Answer; by: 'only' | 'fewest versions' | 'earliest' } {
  const fewest = Math.min(...tied.map((answer) => answer.version));
  const left = tied.filter((answer) => answer.version === fewest).sort((a, b) => a.seq - b.seq);
  const answer = left[0];
  if (!answer) throw new Error('breakTie needs at least one answer.');
  if (tied.length === 1) return { answer, by: 'only' };
  return { answer, by: left.length === 1 ? 'fewest versions' : 'earliest' };
}
