import { expect, it } from 'vitest';
import { isFreeBackend, modelPrice } from './model-price';
import { backendFor } from './registry';

const claudeBackend = backendFor('claude');
const demoBackend = backendFor('demo');
const lmStudioBackend = backendFor('lmstudio');
const openAiCompatibleBackend = backendFor('openai_compatible');

it('gives the rates per million tokens with the day of the price list', () => {
  const price = modelPrice(claudeBackend, 'claude-sonnet-4-5');
  expect(price).toMatchObject({ date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  expect(price?.input).toBeCloseTo(3);
  expect(price?.output).toBeCloseTo(15);
  expect(price?.cached).toBeCloseTo(0.3);
});

it('knows that a simulation is free, and says so of nothing else that it does not know', () => {
  expect(modelPrice(demoBackend, 'demo-extract')).toEqual({ input: 0, cached: 0, output: 0, date: null });
  expect(modelPrice(claudeBackend, 'claude-of-tomorrow')).toBeNull();
});

it('takes 0 for a price, not for an unknown one', () => {
  expect(modelPrice(openAiCompatibleBackend, 'deepseek/deepseek-r1:free')).toMatchObject({ input: 0, output: 0 });
  expect(isFreeBackend(lmStudioBackend)).toBe(true);
  expect(isFreeBackend(openAiCompatibleBackend)).toBe(false);
});
