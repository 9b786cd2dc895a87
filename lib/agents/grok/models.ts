import type { ModelEntry } from '../catalogue/model-entry';
import { family, priceList, rates, TAKES_ALL } from '../catalogue/model-family';

const price = priceList('docs.x.ai/developers/models');
const grok = family({ ...TAKES_ALL, documents: false, contextWindow: 500_000 });

/** Newest first: the order in which they are suggested. */
export const GROK_MODELS: ModelEntry[] = [
  grok('grok-4.7', price('2026-10-07', rates(2, null, 6))),
  grok('grok-4.6', price('2026-08-13', rates(2, 0.5, 6), { long: { aboveTokens: 200_000, ...rates(4, null, 12) } })),
  grok('grok-4.5', price('2026-07-10', rates(2, 0.5, 6), { long: { aboveTokens: 200_000, ...rates(4, null, 12) } })),
  grok('grok-4.3', price('2026-07-10', rates(1.25, null, 2.5)), { contextWindow: 1_000_000 }),
  grok('grok-4', null, { contextWindow: 256_000 }),
];
