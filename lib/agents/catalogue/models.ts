/**
 * What is known of models. Every price names its source and the day; one that could not be seen is `null`, never a guess.
 * Newest first within a provider: the order in which they are suggested.
 */
import type { ModelEntry, Price, Rates } from './model-entry';

type Facts = Partial<Omit<ModelEntry, 'model' | 'price'>>;

const rates = (input: number, cached: number | null, output: number, cacheWrite?: number): Rates => ({
  input,
  cached,
  output,
  ...(cacheWrite !== undefined && { cacheWrite }),
});

const list =
  (source: string) =>
  (asOf: string, given: Rates, more: Pick<Price, 'long' | 'later'> = {}): Price => ({
    ...given,
    ...more,
    asOf,
    source,
  });

const openAiPrice = list('developers.openai.com/api/docs/pricing');
const claudePrice = list('platform.claude.com/docs/en/about-claude/pricing');
const geminiPrice = list('ai.google.dev/gemini-api/docs/pricing');
const grokPrice = list('docs.x.ai/developers/models');
const zaiPrice = list('docs.z.ai/guides/overview/pricing');

const family =
  (facts: Omit<ModelEntry, 'model' | 'price'>) =>
  (model: string, price: Price | null, more: Facts = {}): ModelEntry => ({ ...facts, ...more, model, price });

const all = { tools: true, images: true, documents: true, reasoning: true };

const gpt = family({ ...all, backend: 'openai', contextWindow: 1_050_000 });
const gpt5 = family({ ...all, backend: 'openai', contextWindow: 400_000 });
const gpt4 = family({ ...all, reasoning: false, contextWindow: 128_000 });
const claude = family({ ...all, backend: 'claude', contextWindow: 1_000_000 });
const claude4 = family({ ...all, backend: 'claude', contextWindow: 200_000 });
const gemini = family({ ...all, backend: 'gemini', contextWindow: 1_048_576 });
const grok = family({ ...all, documents: false, backend: 'grok', contextWindow: 500_000 });
const glm = family({
  tools: true,
  images: false,
  documents: false,
  reasoning: true,
  backend: 'zai',
  contextWindow: 200_000,
});
const local = family({ tools: true, images: false, documents: false, reasoning: false, contextWindow: null });

export const MODELS: ModelEntry[] = [
  gpt('gpt-6.2-astra', null),
  gpt('gpt-6.2-sol', null),
  gpt(
    'gpt-6.1-sol',
    openAiPrice('2026-09-30', rates(2, 0.1, 10), { long: { aboveTokens: 272_000, ...rates(4, 0.2, 15) } }),
  ),
  gpt(
    'gpt-6-astra',
    openAiPrice('2026-09-05', rates(10, 1, 50, 12.5), { long: { aboveTokens: 272_000, ...rates(20, 2, 75, 25) } }),
  ),
  gpt(
    'gpt-6-sol',
    openAiPrice('2026-09-22', rates(2, 0.2, 10, 2.5), { long: { aboveTokens: 272_000, ...rates(4, 0.4, 15, 5) } }),
  ),
  gpt(
    'gpt-6-luna',
    openAiPrice('2026-09-22', rates(0.1, 0.01, 0.5, 0.125), {
      long: { aboveTokens: 272_000, ...rates(0.2, 0.02, 0.75, 0.25) },
    }),
  ),
  gpt5('gpt-5.6', null, { contextWindow: null }),
  gpt5('gpt-5.4', null, { contextWindow: null }),
  gpt5('gpt-5.1', null),
  gpt5('gpt-5', openAiPrice('2025-11-24', rates(1.25, 0.125, 10))),
  gpt5('gpt-5-mini', openAiPrice('2025-11-24', rates(0.25, 0.025, 2))),
  gpt5('gpt-5-nano', openAiPrice('2025-11-24', rates(0.05, 0.005, 0.4))),
  gpt4('gpt-4.1', openAiPrice('2025-11-24', rates(2, 0.5, 8)), { contextWindow: 1_047_576 }),
  gpt4('gpt-4.1-mini', openAiPrice('2025-11-24', rates(0.4, 0.1, 1.6)), { contextWindow: 1_047_576 }),
  gpt4('gpt-4o', openAiPrice('2025-11-24', rates(2.5, 1.25, 10))),
  gpt4('gpt-4o-mini', openAiPrice('2025-11-24', rates(0.15, 0.075, 0.6))),

  claude('claude-fable-5-1', claudePrice('2026-10-24', rates(10, 0.25, 50, 12.5))),
  claude('claude-opus-5-5', claudePrice('2026-10-24', rates(4, 0.2, 20, 5))),
  claude('claude-sonnet-5-5', claudePrice('2026-10-24', rates(2, 0.1, 10, 2.5))),
  claude(
    'claude-haiku-5-5',
    claudePrice('2026-10-24', rates(0.1, 0.01, 0.5, 0.125), {
      long: { aboveTokens: 100_000, ...rates(0.5, 0.05, 2.5, 0.625) },
    }),
  ),
  claude('claude-opus-5', claudePrice('2026-10-24', rates(5, 0.5, 25, 6.25))),
  claude('claude-sonnet-5', claudePrice('2026-10-24', rates(2, 0.2, 10, 2.5))),
  ...['claude-opus-4-8', 'claude-opus-4-7', 'claude-opus-4-6'].map((model) =>
    claude(model, claudePrice('2026-10-24', rates(5, 0.5, 25, 6.25)), { contextWindow: null }),
  ),
  claude4('claude-opus-4-5', claudePrice('2026-10-24', rates(5, 0.5, 25, 6.25))),
  claude4('claude-sonnet-4-5', claudePrice('2025-11-24', rates(3, 0.3, 15, 3.75))),
  claude4('claude-haiku-4-5', claudePrice('2025-11-24', rates(1, 0.1, 5, 1.25))),

  gemini(
    'gemini-4-argon',
    geminiPrice('2026-10-14', rates(2, 0.1, 10), { later: { from: '2026-12-01', ...rates(4, 0.2, 20) } }),
  ),
  gemini(
    'gemini-4-carbon',
    geminiPrice('2026-11-11', rates(2, null, 10), { later: { from: '2026-12-01', ...rates(4, null, 20) } }),
  ),
  gemini('gemini-4-hydrogen', geminiPrice('2026-11-11', rates(1.5, null, 7.5))),
  gemini(
    'gemini-3.8-flash',
    geminiPrice('2026-10-07', rates(0.75, 0.075, 3.75), { later: { from: '2027-01-01', ...rates(1.5, 0.15, 7.5) } }),
  ),
  gemini('gemini-3.5-flash', geminiPrice('2026-10-07', rates(1.5, null, 9))),
  gemini('gemini-3.5-flash-lite', geminiPrice('2026-10-07', rates(0.3, null, 2.5))),
  gemini(
    'gemini-3.1-pro',
    geminiPrice('2026-10-07', rates(2, null, 12), { long: { aboveTokens: 200_000, ...rates(4, null, 18) } }),
  ),
  gemini('gemini-2.5-pro', null),
  gemini('gemini-2.5-flash', null),
  gemini('gemini-2.0-flash', null, { reasoning: false }),

  grok('grok-4.7', grokPrice('2026-10-07', rates(2, null, 6))),
  grok(
    'grok-4.6',
    grokPrice('2026-08-13', rates(2, 0.5, 6), { long: { aboveTokens: 200_000, ...rates(4, null, 12) } }),
  ),
  grok(
    'grok-4.5',
    grokPrice('2026-07-10', rates(2, 0.5, 6), { long: { aboveTokens: 200_000, ...rates(4, null, 12) } }),
  ),
  grok('grok-4.3', grokPrice('2026-07-10', rates(1.25, null, 2.5)), { contextWindow: 1_000_000 }),
  grok('grok-4', null, { contextWindow: 256_000 }),

  glm('glm-5.3', zaiPrice('2026-08-20', rates(1.4, 0.26, 4.4)), { contextWindow: 1_048_576 }),
  glm('glm-5.2', zaiPrice('2026-08-20', rates(1.4, null, 4.4))),
  glm('glm-5.1', zaiPrice('2026-08-20', rates(1.4, null, 4.4))),
  glm('glm-5', null),
  glm('glm-4.7', zaiPrice('2026-08-20', rates(0.6, 0.11, 2.2))),
  glm('glm-4.6', zaiPrice('2026-08-20', rates(0.6, 0.11, 2.2))),
  glm('glm-4.5', zaiPrice('2026-08-20', rates(0.6, 0.11, 2.2)), { contextWindow: 131_072 }),

  local('gemma-2', null, { tools: false, contextWindow: 8_192 }),
  local('phi-3', null, { tools: false }),
  // The name under which an operator serves a model that cannot call tools.
  local('no-tools', null, { tools: false }),
];
