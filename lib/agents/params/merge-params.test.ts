import { describe, expect, it } from 'vitest';
import { descriptorOf } from '../registry';
import { mergeParams } from './merge-params';

const merge = (type: string, params: Record<string, unknown>, body = {}, fields = {}) =>
  mergeParams(body, fields, params, descriptorOf(type)?.params ?? {});

describe('mergeParams', () => {
  it('puts a parameter where the provider has it, joined with what stands there', () => {
    expect(
      merge(
        'openai',
        { max_tokens: 9, reasoning_effort: 'low', reasoning: { summary: 'auto' } },
        { text: 1 },
        { store: false },
      ),
    ).toEqual({ text: 1, store: false, max_output_tokens: 9, reasoning: { effort: 'low', summary: 'auto' } });
    expect(
      merge(
        'gemini',
        { topP: 0.5, thinkingBudget: 100 },
        { contents: [], generationConfig: { seed: 1 } },
        { generationConfig: { thinkingConfig: { includeThoughts: true } } },
      ),
    ).toEqual({
      contents: [],
      generationConfig: { seed: 1, topP: 0.5, thinkingConfig: { includeThoughts: true, thinkingBudget: 100 } },
    });
  });

  it('passes an unknown one on and lets none replace what the app writes', () => {
    expect(merge('zai', { brand_new: 1, stream: false, model: 'x' }, { model: 'm', stream: true })).toEqual({
      model: 'm',
      stream: true,
      brand_new: 1,
    });
  });

  it.each(['__proto__', 'constructor.prototype.x', 'a.__proto__.b'])('“%s” changes no object but the body', (name) => {
    merge('openai_compatible', JSON.parse(`{"${name}": {"polluted": true}}`));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
