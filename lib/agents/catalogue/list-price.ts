import type { AgentUsage } from '../backend';
import { findModel, isExactly } from './find-model';
import type { Price, Rates } from './model-entry';

/** The price of a model on a day, with where it comes from; `null` when it is not known. */
export function priceOf(model: string): Price | null {
  const entry = findModel(model);
  return entry && isExactly(model, entry) ? entry.price : null;
}

/** US dollars of one request at list price, or `null` when the model's price is not known. */
export function listPrice(model: string, usage: AgentUsage, at: Date = new Date()): number | null {
  const price = priceOf(model);
  if (!price) return null;
  const { input, cached, cacheWrite = input, output } = ratesAt(price, usage.inputTokens, at);
  if (cached === null && usage.cachedTokens > 0) return null;
  const written = usage.cacheWriteTokens ?? 0;
  const fresh = Math.max(0, usage.inputTokens - usage.cachedTokens - written);
  return (
    (fresh * input + usage.cachedTokens * (cached ?? 0) + written * cacheWrite + usage.outputTokens * output) / 1e6
  );
}

function ratesAt({ long, later, ...now }: Price, inputTokens: number, at: Date): Rates {
  if (later && at >= new Date(later.from)) return later;
  return long && inputTokens > long.aboveTokens ? long : now;
}
