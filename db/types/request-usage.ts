/** What some model requests have used together. */
export interface RequestUsage {
  requests: number;
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  reasoningTokens: number;
  /** Tokens of models whose price is not known: `costUsd` is without them. */
  unpricedTokens: number;
  estimatedTokens: number;
  costUsd: number | null;
  /** Of the oldest price list that counted. */
  priceDate: string | null;
}
