import type { ModelEntry } from '../catalogue/model-entry';
import { family, priceList, rates, TAKES_ALL } from '../catalogue/model-family';

const price = priceList('platform.claude.com/docs/en/about-claude/pricing');
const claude = family({ ...TAKES_ALL, contextWindow: 1_000_000 });
const claude4 = family({ ...TAKES_ALL, contextWindow: 200_000 });

/** Newest first: the order in which they are suggested. */
export const CLAUDE_MODELS: ModelEntry[] = [
  claude('claude-fable-5-1', price('2026-10-24', rates(10, 0.25, 50, 12.5))),
  claude('claude-opus-5-5', price('2026-10-24', rates(4, 0.2, 20, 5))),
  claude('claude-sonnet-5-5', price('2026-10-24', rates(2, 0.1, 10, 2.5))),
  claude(
    'claude-haiku-5-5',
    price('2026-10-24', rates(0.1, 0.01, 0.5, 0.125), {
      long: { aboveTokens: 100_000, ...rates(0.5, 0.05, 2.5, 0.625) },
    }),
  ),
  claude('claude-opus-5', price('2026-10-24', rates(5, 0.5, 25, 6.25))),
  claude('claude-sonnet-5', price('2026-10-24', rates(2, 0.2, 10, 2.5))),
  ...['claude-opus-4-8', 'claude-opus-4-7', 'claude-opus-4-6'].map((model) =>
    claude(model, price('2026-10-24', rates(5, 0.5, 25, 6.25)), { contextWindow: null }),
  ),
  claude4('claude-opus-4-5', price('2026-10-24', rates(5, 0.5, 25, 6.25))),
  claude4('claude-sonnet-4-5', price('2025-11-24', rates(3, 0.3, 15, 3.75))),
  claude4('claude-haiku-4-5', price('2025-11-24', rates(1, 0.1, 5, 1.25))),
];
