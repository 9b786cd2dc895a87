import { describe, expect, it } from 'vitest';
import { listPrice } from './list-price';
import { modelFacts } from './model-facts';

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

  it('knows which models cannot call tools', () => {
    expect(modelFacts('google/gemma-2-9b-it', 'lmstudio').tools).toBe(false);
    expect(modelFacts('no-tools', 'lmstudio').tools).toBe(false);
    expect(modelFacts('gemma-3-27b', 'lmstudio').tools).toBe(true);
  });
});
