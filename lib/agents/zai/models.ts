import type { ModelEntry } from '../catalogue/model-entry';
import { family, priceList, rates } from '../catalogue/model-family';

const price = priceList('docs.z.ai/guides/overview/pricing');
const glm = family({ tools: true, images: false, documents: false, reasoning: true, contextWindow: 200_000 });

/** Newest first: the order in which they are suggested. */
export const ZAI_MODELS: ModelEntry[] = [
  glm('glm-5.3', price('2026-08-20', rates(1.4, 0.26, 4.4)), { contextWindow: 1_048_576 }),
  glm('glm-5.2', price('2026-08-20', rates(1.4, null, 4.4))),
  glm('glm-5.1', price('2026-08-20', rates(1.4, null, 4.4))),
  glm('glm-5', null),
  glm('glm-4.7', price('2026-08-20', rates(0.6, 0.11, 2.2))),
  glm('glm-4.6', price('2026-08-20', rates(0.6, 0.11, 2.2))),
  glm('glm-4.5', price('2026-08-20', rates(0.6, 0.11, 2.2)), { contextWindow: 131_072 }),
];
