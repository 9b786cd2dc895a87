import type { AgentUsage } from './backend';

/** US dollars per million tokens. */
interface Price {
  input: number;
  cached: number;
  output: number;
}

interface CatalogueEntry {
  /** Prefix of the model's name; the longest that fits counts. */
  model: string;
  tools: boolean;
  /** In tokens; `null` = unknown. */
  contextWindow: number | null;
  price: Price | null;
}

/** List prices as published by the providers on 24 November 2025. A model that is not here has no known price. */
const CATALOGUE: CatalogueEntry[] = [
  { model: 'claude-opus-4-5', tools: true, contextWindow: 200_000, price: { input: 5, cached: 0.5, output: 25 } },
  { model: 'claude-sonnet-4-5', tools: true, contextWindow: 200_000, price: { input: 3, cached: 0.3, output: 15 } },
  { model: 'claude-haiku-4-5', tools: true, contextWindow: 200_000, price: { input: 1, cached: 0.1, output: 5 } },
  { model: 'gpt-5', tools: true, contextWindow: 400_000, price: { input: 1.25, cached: 0.125, output: 10 } },
  { model: 'gpt-5-mini', tools: true, contextWindow: 400_000, price: { input: 0.25, cached: 0.025, output: 2 } },
  { model: 'gpt-5-nano', tools: true, contextWindow: 400_000, price: { input: 0.05, cached: 0.005, output: 0.4 } },
  { model: 'gpt-4.1', tools: true, contextWindow: 1_047_576, price: { input: 2, cached: 0.5, output: 8 } },
  { model: 'gpt-4.1-mini', tools: true, contextWindow: 1_047_576, price: { input: 0.4, cached: 0.1, output: 1.6 } },
  { model: 'gpt-4o', tools: true, contextWindow: 128_000, price: { input: 2.5, cached: 1.25, output: 10 } },
  { model: 'gpt-4o-mini', tools: true, contextWindow: 128_000, price: { input: 0.15, cached: 0.075, output: 0.6 } },
  { model: 'gemma-2', tools: false, contextWindow: 8_192, price: null },
  { model: 'phi-3', tools: false, contextWindow: null, price: null },
  // The name under which an operator serves a model that cannot call tools.
  { model: 'no-tools', tools: false, contextWindow: null, price: null },
];

/** What is known of a model: by its name alone, with a dated suffix and an owner's prefix ("google/gemma-2-9b") allowed. */
export function modelFacts(model: string): Pick<CatalogueEntry, 'tools' | 'contextWindow'> {
  return entryOf(model) ?? { tools: true, contextWindow: null };
}

/** US dollars at list price, or `null` for a model whose price is not known. */
export function listPrice(model: string, usage: AgentUsage): number | null {
  const entry = entryOf(model);
  const isThatModel = entry && /^(?:-\d[\d-]*|-latest)?$/.test(baseName(model).slice(entry.model.length));
  if (!entry?.price || !isThatModel) return null;
  const { input, cached, output } = entry.price;
  const fresh = Math.max(0, usage.inputTokens - usage.cachedTokens);
  return (fresh * input + usage.cachedTokens * cached + usage.outputTokens * output) / 1e6;
}

function entryOf(model: string): CatalogueEntry | undefined {
  const name = baseName(model);
  return CATALOGUE.filter((entry) => name === entry.model || name.startsWith(`${entry.model}-`)).sort(
    (a, b) => b.model.length - a.model.length,
  )[0];
}

function baseName(model: string): string {
  return model.slice(model.lastIndexOf('/') + 1).toLowerCase();
}
