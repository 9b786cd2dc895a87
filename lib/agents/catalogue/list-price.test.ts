import { describe, expect, it } from 'vitest';
import type { AgentUsage } from '../backend';
import { backendFor, DESCRIPTORS, knownModel } from '../registry';
import { listPrice as priceBy } from './list-price';

const MODELS = DESCRIPTORS.flatMap(({ models, knownModels = [] }) => [...models, ...knownModels]);
const modelFacts = (model: string, backend: string) => backendFor(backend).capabilities(model);
const listPrice = (model: string, given: AgentUsage, at?: Date) => priceBy(model, knownModel(model), given, at);

const usage = { inputTokens: 1_000_000, cachedTokens: 400_000, outputTokens: 100_000, reasoningTokens: 0 };

describe('model catalogue', () => {
  it('charges cached input, fresh input and output', () => {
    expect(listPrice('claude-sonnet-4-5', usage)).toBeCloseTo(0.6 * 3 + 0.4 * 0.3 + 0.1 * 15);
    expect(listPrice('claude-sonnet-4-5-20250929', usage)).toBe(listPrice('claude-sonnet-4-5', usage));
    expect(listPrice('openai/gpt-4o-mini', usage)).toBeCloseTo(0.6 * 0.15 + 0.4 * 0.075 + 0.1 * 0.6);
  });

  it.each(['unknown', 'gpt-5-turbo-max', 'gpt-50', 'claude-sonnet-6', 'claude-opus-5-9', ''])(
    'knows no price of "%s"',
    (model) => {
      expect(listPrice(model, usage)).toBeNull();
    },
  );

  it('charges what was written to the cache, the surcharge of a long request, and an announced price from its day on', () => {
    const written = {
      inputTokens: 100_000,
      cachedTokens: 40_000,
      cacheWriteTokens: 20_000,
      outputTokens: 0,
      reasoningTokens: 0,
    };
    expect(listPrice('claude-sonnet-5-5', written)).toBeCloseTo(0.04 * 2 + 0.04 * 0.1 + 0.02 * 2.5);
    expect(listPrice('claude-haiku-5-5', usage)).toBeCloseTo(0.6 * 0.5 + 0.4 * 0.05 + 0.1 * 2.5);
    const day = (text: string) => listPrice('gemini-4-argon', usage, new Date(text));
    expect(day('2026-11-30T23:59:00Z')).toBeCloseTo(0.6 * 2 + 0.4 * 0.1 + 0.1 * 10);
    expect(day('2026-12-01T00:00:00Z')).toBeCloseTo(0.6 * 4 + 0.4 * 0.2 + 0.1 * 20);
  });

  it('has no price for cached tokens where only the others are known', () => {
    expect(listPrice('grok-4.7', usage)).toBeNull();
    expect(listPrice('grok-4.7', { ...usage, cachedTokens: 0 })).toBeCloseTo(2 + 0.1 * 6);
  });

  it.each(MODELS.filter(({ price }) => price))('the price of $model has a day and a source', ({ price }) => {
    expect(price?.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(price?.source).toMatch(/\./);
  });

  it('knows what models and formats take', () => {
    expect(modelFacts('gpt-6-sol', 'openai')).toMatchObject({ images: true, files: true, contextWindow: 1_050_000 });
    expect(modelFacts('grok-4.7', 'grok')).toMatchObject({ images: true, files: false });
    expect(modelFacts('glm-4.6v', 'zai')).toMatchObject({ images: true, files: false });
    expect(modelFacts('glm-4.6', 'zai').images).toBe(false);
    expect(modelFacts('qwen3-vl-8b', 'lmstudio').images).toBe(true);
    expect(modelFacts('team-a', 'openai_compatible')).toMatchObject({ tools: true, images: false, files: false });
    expect(modelFacts('gpt-4o', 'openai_compatible')).toMatchObject({ images: true, files: false });
  });

  it('knows which models cannot call tools', () => {
    expect(modelFacts('google/gemma-2-9b-it', 'lmstudio').tools).toBe(false);
    expect(modelFacts('no-tools', 'lmstudio').tools).toBe(false);
    expect(modelFacts('gemma-3-27b', 'lmstudio').tools).toBe(true);
  });
});
