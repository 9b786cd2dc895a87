import type { OfCall } from './event-base';

/** What a model request has used. */
export interface UsageReported extends OfCall<'usage'> {
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  /** Written to the provider's cache, where that has a price of its own. */
  cacheWriteTokens?: number;
  reasoningTokens: number;
  /** `null` = the price of this model is not known. */
  costUsd: number | null;
  /** What answered, and the day of the price list that `costUsd` goes by. Absent in older logs: then the slot's own backend. */
  backend?: string;
  model?: string;
  priceDate?: string | null;
  /** The request was interrupted before its provider told its usage: counted from the characters that were sent and had come. */
  estimated?: boolean;
}
