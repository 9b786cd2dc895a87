import type { AnswerId } from '../team';
import { readAnswerId } from './read-answer-id';

/** The choice with the others behind it, best first; who ranks no others has named the best alone. `null` = they are no ranking of these. */
export function readRanking(choice: AnswerId, others: unknown, choices: AnswerId[]): AnswerId[] | null {
  if (others === undefined) return [choice];
  if (!Array.isArray(others)) return null;
  const read = others.map((other) => readAnswerId(other, choices));
  const ranking = [choice, ...read.filter((id) => id !== null && id !== undefined)] as AnswerId[];
  return ranking.length === others.length + 1 && new Set(ranking).size === ranking.length ? ranking : null;
}
