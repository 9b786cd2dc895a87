/** US dollars per million tokens. */
export interface Rates {
  input: number;
  /** Read from the provider's cache; `null` = not known, so that a request with cached tokens has no known price. */
  cached: number | null;
  /** Written to the cache; absent = as any other input. */
  cacheWrite?: number;
  output: number;
}

export interface Price extends Rates {
  /** The day on which this price was seen in its source, as `YYYY-MM-DD`. */
  asOf: string;
  source: string;
  /** Rates of a request, all of it, whose input is longer than so many tokens. */
  long?: Rates & { aboveTokens: number };
  /** An announced change. */
  later?: Rates & { from: string };
}

export interface ModelEntry {
  /** The model's name, or its beginning; the longest that fits counts. */
  model: string;
  tools: boolean;
  images: boolean;
  documents: boolean;
  reasoning: boolean;
  /** In tokens; `null` = unknown. */
  contextWindow: number | null;
  price: Price | null;
}
