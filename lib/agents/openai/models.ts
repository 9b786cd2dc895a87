import type { ModelEntry } from '../catalogue/model-entry';
import { family, priceList, rates, TAKES_ALL } from '../catalogue/model-family';

const price = priceList('developers.openai.com/api/docs/pricing');
const gpt = family({ ...TAKES_ALL, contextWindow: 1_050_000 });
const gpt5 = family({ ...TAKES_ALL, contextWindow: 400_000 });
const gpt4 = family({ ...TAKES_ALL, reasoning: false, contextWindow: 128_000 });

/** Newest first: the order in which they are suggested. */
export const OPENAI_MODELS: ModelEntry[] = [
  gpt('gpt-6.2-astra', null),
  gpt('gpt-6.2-sol', null),
  gpt('gpt-6.1-sol', price('2026-09-30', rates(2, 0.1, 10), { long: { aboveTokens: 272_000, ...rates(4, 0.2, 15) } })),
  gpt(
    'gpt-6-astra',
    price('2026-09-05', rates(10, 1, 50, 12.5), { long: { aboveTokens: 272_000, ...rates(20, 2, 75, 25) } }),
  ),
  gpt(
    'gpt-6-sol',
    price('2026-09-22', rates(2, 0.2, 10, 2.5), { long: { aboveTokens: 272_000, ...rates(4, 0.4, 15, 5) } }),
  ),
  gpt(
    'gpt-6-luna',
    price('2026-09-22', rates(0.1, 0.01, 0.5, 0.125), {
      long: { aboveTokens: 272_000, ...rates(0.2, 0.02, 0.75, 0.25) },
    }),
  ),
  gpt5('gpt-5.6', null, { contextWindow: null }),
  gpt5('gpt-5.4', null, { contextWindow: null }),
  gpt5('gpt-5.1', null),
  gpt5('gpt-5', price('2025-11-24', rates(1.25, 0.125, 10))),
  gpt5('gpt-5-mini', price('2025-11-24', rates(0.25, 0.025, 2))),
  gpt5('gpt-5-nano', price('2025-11-24', rates(0.05, 0.005, 0.4))),
];

/** Not suggested any more. */
export const OLDER_OPENAI_MODELS: ModelEntry[] = [
  gpt4('gpt-4.1', price('2025-11-24', rates(2, 0.5, 8)), { contextWindow: 1_047_576 }),
  gpt4('gpt-4.1-mini', price('2025-11-24', rates(0.4, 0.1, 1.6)), { contextWindow: 1_047_576 }),
  gpt4('gpt-4o', price('2025-11-24', rates(2.5, 1.25, 10))),
  gpt4('gpt-4o-mini', price('2025-11-24', rates(0.15, 0.075, 0.6))),
];
