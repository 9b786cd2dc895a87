import { expect, it } from 'vitest';
import { claudeBackend } from './claude/claude-backend';
import { demoBackend } from './demo/demo-backend';
import { modelPrice } from './model-price';

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
