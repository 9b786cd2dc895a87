/** One judge's scores, a line for each answer; `null` = it was not shown that answer. */
export type ScoreRow = (number | null)[];

export interface ScoreResult {
  /** How many judges put it first; shared first places are split. */
  firsts: number;
  mean: number;
}

/** What judges' scores come to for each answer (P28). A judge who saw fewer than two answers says nothing. */
export function scoreAnswers(rows: ScoreRow[], answers: number): ScoreResult[] {
  const results = Array.from({ length: answers }, () => ({ firsts: 0, sum: 0, count: 0 }));
  for (const row of rows) {
    const given = results
      .map((result, index) => ({ result, score: row[index] ?? null }))
      .filter((line): line is typeof line & { score: number } => line.score !== null && Number.isFinite(line.score));
    if (given.length < 2) continue;
    const highest = Math.max(...given.map(({ score }) => score));
    const first = given.filter(({ score }) => score === highest);
    for (const { result } of first) result.firsts += 1 / first.length;
    for (const { result, score } of given) {
      result.sum += score;
      result.count += 1;
    }
  }
  return results.map(({ firsts, sum, count }) => ({
    firsts,
    mean: count > 0 ? sum / count : Number.NEGATIVE_INFINITY,
  }));
}

/** First places decide, ties by the mean: `> 0` when `b` is better. */
export function byScores(a: ScoreResult, b: ScoreResult): number {
  if (Math.abs(a.firsts - b.firsts) > 1e-9) return b.firsts - a.firsts;
  return a.mean === b.mean ? 0 : b.mean - a.mean;
}
