import type { ModelEntry, Price, Rates } from './model-entry';

type Facts = Partial<Omit<ModelEntry, 'model' | 'price'>>;

/** US dollars per million tokens. */
export const rates = (input: number, cached: number | null, output: number, cacheWrite?: number): Rates => ({
  input,
  cached,
  output,
  ...(cacheWrite !== undefined && { cacheWrite }),
});

/** Prices of one source. Every price names its source and the day; one that could not be seen is `null`, never a guess. */
export const priceList =
  (source: string) =>
  (asOf: string, given: Rates, more: Pick<Price, 'long' | 'later'> = {}): Price => ({
    ...given,
    ...more,
    asOf,
    source,
  });

/** Models that have most in common. */
export const family =
  (facts: Omit<ModelEntry, 'model' | 'price'>) =>
  (model: string, price: Price | null, more: Facts = {}): ModelEntry => ({ ...facts, ...more, model, price });

export const TAKES_ALL = { tools: true, images: true, documents: true, reasoning: true };
