import type { ModelEntry } from '../catalogue/model-entry';
import { family, priceList, rates, TAKES_ALL } from '../catalogue/model-family';

const price = priceList('ai.google.dev/gemini-api/docs/pricing');
const gemini = family({ ...TAKES_ALL, contextWindow: 1_048_576 });

/** Newest first: the order in which they are suggested. */
export const GEMINI_MODELS: ModelEntry[] = [
  gemini(
    'gemini-4-argon',
    price('2026-10-14', rates(2, 0.1, 10), { later: { from: '2026-12-01', ...rates(4, 0.2, 20) } }),
  ),
  gemini(
    'gemini-4-carbon',
    price('2026-11-11', rates(2, null, 10), { later: { from: '2026-12-01', ...rates(4, null, 20) } }),
  ),
  gemini('gemini-4-hydrogen', price('2026-11-11', rates(1.5, null, 7.5))),
  gemini(
    'gemini-3.8-flash',
    price('2026-10-07', rates(0.75, 0.075, 3.75), { later: { from: '2027-01-01', ...rates(1.5, 0.15, 7.5) } }),
  ),
  gemini('gemini-3.5-flash', price('2026-10-07', rates(1.5, null, 9))),
  gemini('gemini-3.5-flash-lite', price('2026-10-07', rates(0.3, null, 2.5))),
  gemini(
    'gemini-3.1-pro',
    price('2026-10-07', rates(2, null, 12), { long: { aboveTokens: 200_000, ...rates(4, null, 18) } }),
  ),
  gemini('gemini-2.5-pro', null),
  gemini('gemini-2.5-flash', null),
  gemini('gemini-2.0-flash', null, { reasoning: false }),
];
