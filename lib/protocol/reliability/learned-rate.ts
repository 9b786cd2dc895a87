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

type Sum = Omit<ObservedCounts, 'kind'>;

/** How many observations what is known otherwise counts for: the usual rate for a model, the model's own for a kind. */
const PRIOR = 4;
/** Fewer say nothing (P31: never from one). */
const LEAST_COUNT = 2;

/** How often a model is right on a kind of task, drawn towards what it is otherwise; `null` while too little is known. */
export function learnedRate(observed: ObservedCounts[], kind: TaskKind | null): LearnedRate | null {
  const all = sumOf(observed);
  if (all.count < LEAST_COUNT) return null;
  if (kind === null) return { rate: drawn(all, USUAL_RATE), observations: all.weight };
  const own = sumOf(observed.filter((counts) => counts.kind === kind));
  const others = sumOf(observed.filter((counts) => counts.kind !== kind));
  return {
    rate: drawn(own, drawn(others, USUAL_RATE)),
    // What is known of other kinds says something, and no more than the prior.
    observations: own.weight + Math.min(PRIOR, others.weight),
  };
}

/** Half of the width of an interval that holds the true rate in nine of ten cases. */
export function uncertainty({ rate, observations }: LearnedRate): number {
  const count = (observations ?? 0) + PRIOR;
  return Math.min(1, 1.64 * Math.sqrt((rate * (1 - rate)) / count));
}

function drawn({ right, weight }: Sum, towards: number): number {
  return (right + PRIOR * towards) / (weight + PRIOR);
}

function sumOf(observed: ObservedCounts[]): Sum {
  return observed.reduce(
    (sum, { count, weight, right }) => ({
      count: sum.count + count,
      weight: sum.weight + weight,
      right: sum.right + right,
    }),
    { count: 0, weight: 0, right: 0 },
  );
}
