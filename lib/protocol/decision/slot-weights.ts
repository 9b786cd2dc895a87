import { HIGHEST_RATE, LEAST_WEIGHT, LOWEST_RATE, USUAL_RATE, USUAL_WRONG_ANSWERS } from './constants';
import type { DecisionView } from './view';

export interface SlotWeights {
  /** True when the rates of all slots are known. With some missing nobody is preferred. */
  isKnown: boolean;
  /** In the view's order: share right as far as the observations support it, and its worth in log-odds. */
  rates: number[];
  weights: number[];
  /** How many slots are more likely to be right: by shrunk rate, then by what was observed, then by agreement. Equal for equals. */
  ranks: number[];
  wrongAnswers: number;
}

/** What each slot's word is worth (P26): equal while nothing is known, else log-odds of its shrunk rate. */
export function slotWeights(view: DecisionView): SlotWeights {
  const learned = view.slots.map((slot) => slot.reliability);
  const isKnown = learned.length > 0 && learned.every((rate) => rate !== null);
  const rates = isKnown
    ? shrunk(learned.map((rate) => rate ?? { rate: USUAL_RATE, observations: null }))
    : learned.map(() => USUAL_RATE);
  const wrongAnswers = Math.max(1, view.wrongAnswers ?? USUAL_WRONG_ANSWERS);
  const weights = rates.map((rate) => weightOf(rate, wrongAnswers));
  return { isKnown, rates, weights, ranks: ranksOf(view, isKnown, rates), wrongAnswers };
}

function ranksOf({ slots }: DecisionView, isKnown: boolean, rates: number[]): number[] {
  const isBetter = (a: number, b: number) => {
    const rate = (rates[a] ?? 0) - (rates[b] ?? 0);
    if (rate !== 0) return rate > 0;
    const observed = isKnown ? (slots[a]?.reliability?.rate ?? 0) - (slots[b]?.reliability?.rate ?? 0) : 0;
    return observed !== 0 ? observed > 0 : (slots[a]?.agreement ?? 0) > (slots[b]?.agreement ?? 0);
  };
  return slots.map((_, index) => slots.filter((_, other) => isBetter(other, index)).length);
}

function weightOf(rate: number, wrongAnswers: number): number {
  const held = Math.min(HIGHEST_RATE, Math.max(LOWEST_RATE, rate));
  return Math.max(LEAST_WEIGHT, Math.log((held * wrongAnswers) / (1 - held)));
}

/** Empirical Bayes: differences that the observations cannot yet support are drawn to the team's mean. */
function shrunk(learned: { rate: number; observations: number | null }[]): number[] {
  const count = learned.length;
  const mean = learned.reduce((sum, { rate }) => sum + rate, 0) / count;
  const spread = learned.reduce((sum, { rate }) => sum + (rate - mean) ** 2, 0) / Math.max(1, count - 1);
  const noise =
    learned.reduce(
      (sum, { rate, observations }) => sum + (observations === null ? 0 : noiseOf(rate, observations)),
      0,
    ) / count;
  const kept = spread > 0 ? Math.max(0, spread - noise) / spread : 0;
  return learned.map(({ rate, observations }) => (observations === null ? rate : mean + kept * (rate - mean)));
}

function noiseOf(rate: number, observations: number): number {
  return (rate * (1 - rate)) / Math.max(1, observations);
}
