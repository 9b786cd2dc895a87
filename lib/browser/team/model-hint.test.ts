import { expect, it } from 'vitest';
import { type ModelInfo, modelHint } from './model-hint';

const MODEL: ModelInfo = {
  model: 'm-1',
  tools: true,
  images: true,
  documents: true,
  contextWindow: 1_050_000,
  price: { input: 0.1, output: 0.5, asOf: '2026-09-22' },
};

const of = (...catalogue: ModelInfo[]) => ({ catalogue, free: false });

it('tells a price of 0 from one that is not known', () => {
  const price = { input: 0, output: 0, asOf: '2026-09-22' };
  expect(modelHint('m-1', of({ ...MODEL, price }))).toMatch(/ · free\.$/);
  expect(modelHint('m-1', { ...of({ ...MODEL, price: null }), free: true })).toMatch(/ · free\.$/);
  expect(modelHint('mine', { ...of(), free: true })).toBe('Free.');
});

it('says what a model takes and costs, and since when', () => {
  expect(modelHint('m-1', of(MODEL))).toBe(
    '1.1m tokens of context · takes images and PDFs · $0.1 in, $0.5 out per million tokens (2026-09-22).',
  );
  expect(modelHint('m-1', of({ ...MODEL, tools: false, images: false, contextWindow: null, price: null }))).toBe(
    'takes PDFs · cannot call tools · price not known.',
  );
});

it('says nothing of a model that is not known', () => {
  expect(modelHint('m-2', of(MODEL))).toBeUndefined();
  expect(modelHint(undefined, undefined)).toBeUndefined();
});
