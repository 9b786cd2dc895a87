import type { ModelPrice } from '@/lib/protocol/team';
import type { AgentBackend } from './backend';
import { priceOf } from './catalogue/list-price';
import { knownModel } from './registry';

/** Few enough that no surcharge for long requests applies. */
const SAMPLE_TOKENS = 1_000;

/** Whether a backend costs nothing, whatever the model: a simulation, or the person's own machine. */
export function isFreeBackend(backend: AgentBackend): boolean {
  const price = modelPrice(backend, '');
  return price !== null && price.input === 0 && price.output === 0;
}

/** The day of the price list. Nothing costs 0 where the list says otherwise, as for a listed model on the person's own machine, has no day. */
function dayOf(model: string, input: number, output: number): string | null {
  const listed = priceOf(model, knownModel(model));
  const isListed = input + output > 0 || listed?.input === 0;
  return isListed ? (listed?.asOf ?? null) : null;
}

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
  return { input, cached, output, date: dayOf(model, input, output) };
}
