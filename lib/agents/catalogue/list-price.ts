import type { AgentUsage } from '../backend';
import { isExactly } from './find-model';
import type { ModelEntry, Price, Rates } from './model-entry';

/** The price of a model whose entry this may be, with where it comes from; `null` when it is not known. */
export function priceOf(model: string, entry: ModelEntry | undefined): Price | null {
  return entry && isExactly(model, entry) ? entry.price : null;
}

/** OpenRouter's name for the variant of a model that costs nothing. */
const FREE_VARIANT = /:free$/;

/** US dollars of one request at list price: 0 for a free model, or `null` when the model's price is not known. */
export function listPrice(
  model: string,
  entry: ModelEntry | undefined,
  usage: AgentUsage,
  at: Date = new Date(),
): number | null {
  if (FREE_VARIANT.test(model)) return 0;
  const price = priceOf(model, entry);
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
