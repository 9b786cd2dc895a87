/**
 * How good the winner is whom five peers' blind scores choose (multivac): share of the gap between the model that was best on other tasks
 * and the best answer. What is best is said by the judges outside the five, there is no truth.
 */
import { random } from '@/lib/protocol/random';
import { mean } from './decision-data';
import type { fromScores } from './rule';

type Score = number | null;

interface ScoreSet {
  /** Id, category, question, models, `scores[judge][answer]`, … */
  items: [string, string, string, string[], Score[][], ...unknown[]][];
}

const TEAM = 5;
const TEAMS_PER_ROUND = 12;

interface Round {
  models: string[];
  scores: Score[][];
  /** Each judge's scores around its own mean, in its own spread. */
  relative: Score[][];
  fold: number;
}

export function measureScores(set: ScoreSet, winner: typeof fromScores): number {
  const rounds = set.items.map(
    ([, , , models, scores], index): Round => ({ models, scores, relative: scores.map(relative), fold: index % 2 }),
  );
  const quality = [0, 1].map((fold) => qualityOf(rounds.filter((round) => round.fold !== fold)));
  const next = random(1, 'teams');
  const gains = rounds.flatMap((round) => gainsIn(round, quality[round.fold] ?? new Map(), winner, next));
  const base = mean(gains.map(({ prior }) => prior));
  return (100 * (mean(gains.map(({ chosen }) => chosen)) - base)) / (mean(gains.map(({ best }) => best)) - base);
}

function gainsIn(
  { models, scores, relative: judged }: Round,
  quality: Map<string, number>,
  winner: typeof fromScores,
  next: () => number,
) {
  const gains: { prior: number; chosen: number; best: number }[] = [];
  for (let draw = 0; draw < TEAMS_PER_ROUND && models.length >= TEAM; draw += 1) {
    const team = models
      .map((_, index) => ({ index, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, TEAM)
      .map(({ index }) => index);
    const worth = team.map((answer) =>
      judged
        .filter((_, judge) => !team.includes(judge))
        .map((row) => row[answer] ?? null)
        .filter((score) => score !== null),
    );
    if (worth.some((outside) => outside.length < 3)) continue;
    const reference = worth.map(mean);
    const priors = team.map((answer) => quality.get(models[answer] ?? '') ?? 0);
    const chosen = winner(
      team.map((judge) => team.map((answer) => (judge === answer ? null : (scores[judge]?.[answer] ?? null)))),
    );
    gains.push({
      prior: reference[priors.indexOf(Math.max(...priors))] ?? 0,
      chosen: reference[chosen] ?? 0,
      best: Math.max(...reference),
    });
  }
  return gains;
}

/** What a model is worth on the tasks of the other half. */
function qualityOf(rounds: Round[]): Map<string, number> {
  const all = new Map<string, number[]>();
  for (const { models, relative: judged } of rounds) {
    models.forEach((model, answer) => {
      const given = judged.map((row) => row[answer] ?? null).filter((score) => score !== null);
      if (given.length > 0) all.set(model, [...(all.get(model) ?? []), mean(given)]);
    });
  }
  return new Map([...all].map(([model, means]) => [model, mean(means)]));
}

function relative(row: Score[]): Score[] {
  const given = row.filter((score) => score !== null);
  const middle = mean(given);
  const spread = Math.sqrt(mean(given.map((score) => (score - middle) ** 2))) || 1;
  return row.map((score) => (score === null ? null : (score - middle) / spread));
}
