import type { StoredReport } from './stored-run';

/** The answers that were current at the end, but for the winner. */
export function otherAnswers({ positions }: Pick<StoredReport, 'positions'>, winner: string): string[] {
  return positions.flatMap(({ answers }) => answers).filter((answerId) => answerId !== winner);
}
