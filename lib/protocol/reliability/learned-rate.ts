import { USUAL_RATE } from '../decision/constants';
import type { LearnedRate } from '../decision/view';
import type { TaskKind } from './kind-of-task';

/** What was observed of a model, decayed by age: the summed weights, and of those that were right. */
export interface ObservedCounts {
  kind: TaskKind;
  /** Runs. */
  count: number;
  weight: number;
  right: number;
}

/** How many observations what is known otherwise counts for: the usual rate for a model, the model's own for a kind. */
const PRIOR = 4;
/** Fewer say nothing (P31: never from one). */
const LEAST_COUNT = 2;

/** How often a model is right on a kind of task, drawn towards what it is otherwise; `null` while too little is known. */
export function learnedRate(observed: ObservedCounts[], kind: TaskKind | null): LearnedRate | null {
  const all = sumOf(observed);
  const own = sumOf(observed.filter((counts) => kind === null || counts.kind === kind));
  if (all.count < LEAST_COUNT) return null;
  const overall = (all.right + PRIOR * USUAL_RATE) / (all.weight + PRIOR);
  if (kind === null) return { rate: overall, observations: all.weight };
  return {
    rate: (own.right + PRIOR * overall) / (own.weight + PRIOR),
    // What is known of other kinds says something, and no more than the prior.
    observations: own.weight + Math.min(PRIOR, all.weight - own.weight),
  };
}

/** Half of the width of an interval that holds the true rate in nine of ten cases. */
export function uncertainty({ rate, observations }: LearnedRate): number {
  const count = (observations ?? 0) + PRIOR;
  return Math.min(1, 1.64 * Math.sqrt((rate * (1 - rate)) / count));
}

function sumOf(observed: ObservedCounts[]): Omit<ObservedCounts, 'kind'> {
  return observed.reduce(
    (sum, { count, weight, right }) => ({
      count: sum.count + count,
      weight: sum.weight + weight,
      right: sum.right + right,
    }),
    { count: 0, weight: 0, right: 0 },
  );
}
