import type { ModelPrice } from '@/lib/protocol/team';
import type { AgentBackend } from './backend';
import { priceOf } from './catalogue/list-price';

/** Few enough that no surcharge for long requests applies. */
const SAMPLE_TOKENS = 1_000;

/** A model's list price per million tokens, for estimates while a request runs; `null` = not known. */
export function modelPrice(backend: AgentBackend, model: string): ModelPrice | null {
  const rate = (inputTokens: number, cachedTokens: number, outputTokens: number) => {
    const usd = backend.price(model, { inputTokens, cachedTokens, outputTokens, reasoningTokens: 0 });
    return usd === null ? null : (usd / SAMPLE_TOKENS) * 1e6;
  };
  const input = rate(SAMPLE_TOKENS, 0, 0);
  const output = rate(0, 0, SAMPLE_TOKENS);
  if (input === null || output === null) return null;
  const cached = rate(SAMPLE_TOKENS, SAMPLE_TOKENS, 0) ?? input;
  const isFree = input === 0 && output === 0;
  return { input, cached, output, date: isFree ? null : (priceOf(model)?.asOf ?? null) };
}
