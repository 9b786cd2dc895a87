/** How often a panel of three different models picks the better of two texts (LLMBar), each asked in both orders. */
import { random } from '@/lib/protocol/random';
import { mean } from './decision-data';
import type { panel } from './rule';

interface JudgeSet {
  judges: string[];
  /** Id, group, truth `1` or `2`, ratio of lengths, two marks a judge: for the order 1–2, then for 2–1. */
  items: [string, string, string, number, string][];
}

type Pair = JudgeSet['items'][number];

const markOf = (pair: Pair, judge: number) => [pair[4][2 * judge] ?? '-', pair[4][2 * judge + 1] ?? '-'] as const;
const isRun = (pair: Pair, judge: number) => !markOf(pair, judge).includes('-');
const points = (mark: string, truth: string) => (mark === truth ? 1 : mark === 't' ? 0.5 : 0);

/** So many ways to halve the pairs: one alone moves the figure by a point either way. */
const SPLITS = 20;

/**
 * Share of the pairs, 0–100; a panel that cannot say counts half. Judges and their weights come from the half of the pairs that is not
 * asked about.
 */
export function measurePanel(set: JudgeSet, verdict: typeof panel): number {
  return (
    100 * mean(Array.from({ length: SPLITS }, (_, split) => mean(pointsIn(set, verdict, random(split, 'halves')))))
  );
}

function pointsIn(set: JudgeSet, verdict: typeof panel, next: () => number): number[] {
  const halves = set.items.map(() => (next() < 0.5 ? 0 : 1));
  return [0, 1].flatMap((half) => {
    const judges = bestJudges(
      set,
      set.items.filter((_, index) => halves[index] !== half),
    );
    return set.items
      .filter((pair, index) => halves[index] === half && judges.every(({ judge }) => isRun(pair, judge)))
      .map((pair) => points(verdict(judges.map(({ judge, accuracy }) => [...markOf(pair, judge), accuracy])), pair[2]));
  });
}

/** The best prompt of each of the three best models. */
function bestJudges({ judges }: JudgeSet, pairs: Pair[]): { judge: number; accuracy: number }[] {
  const best = new Map<string, { judge: number; accuracy: number }>();
  judges.forEach((name, judge) => {
    const run = pairs.filter((pair) => isRun(pair, judge));
    if (run.length <= 10) return;
    const accuracy = mean(run.flatMap((pair) => markOf(pair, judge).map((mark) => points(mark, pair[2]))));
    const model = name.split('/')[0] ?? name;
    if ((best.get(model)?.accuracy ?? 0) < accuracy) best.set(model, { judge, accuracy });
  });
  return [...best.values()].sort((a, b) => b.accuracy - a.accuracy).slice(0, 3);
}
