import { EPSILON, USUAL_JUDGE } from './constants';

/** What one judge picked with the lines in one order and in the other; `null` = a tie, or nothing that can be read. */
export interface BothOrders<Line> {
  picks: (Line | null)[];
  /** Share of its verdicts that are right; `null` = not measured. */
  accuracy: number | null;
}

/** A verdict that does not survive the swap is none (P29). */
export function verdictOf<Line>(judge: BothOrders<Line>): Line | null {
  const [first = null, second = null] = judge.picks;
  return first !== null && first === second ? first : null;
}

/** What several judges come to: each verdict weighs its judge's log-odds; `null` when none is left or they balance. */
export function panelVerdict<Line>(judges: BothOrders<Line>[]): Line | null {
  const weights = new Map<Line, number>();
  for (const judge of judges) {
    const pick = verdictOf(judge);
    if (pick === null) continue;
    weights.set(pick, (weights.get(pick) ?? 0) + accuracyWeight(judge.accuracy));
  }
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] <= EPSILON || (second && first[1] - second[1] <= EPSILON)) return null;
  return first[0];
}

/** Log-odds of a judge; one that is right less than half of the time counts for nothing. */
export function accuracyWeight(accuracy: number | null): number {
  const held = Math.min(0.97, Math.max(0.5, accuracy ?? USUAL_JUDGE));
  return Math.log(held / (1 - held));
}
