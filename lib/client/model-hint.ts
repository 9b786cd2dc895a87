import { formatCount } from './format';

/** A model as the server's catalogue knows it. */
export interface ModelInfo {
  model: string;
  tools: boolean;
  images: boolean;
  documents: boolean;
  contextWindow: number | null;
  price: { input: number; output: number; asOf: string } | null;
}

/** What to know before one chooses this model, in a line; nothing for a model that the catalogue does not have. */
export function modelHint(model: string | undefined, catalogue: ModelInfo[] | undefined): string | undefined {
  const known = catalogue?.find((entry) => entry.model === model);
  if (!known) return undefined;
  const { contextWindow, price, tools, images, documents } = known;
  const sees = [images && 'images', documents && 'PDFs'].filter(Boolean).join(' and ');
  const facts = [
    contextWindow !== null && `${formatCount(contextWindow)} tokens of context`,
    sees && `takes ${sees}`,
    !tools && 'cannot call tools',
    price ? `$${price.input} in, $${price.output} out per million tokens (${price.asOf})` : 'price not known',
  ];
  return `${facts.filter(Boolean).join(' · ')}.`;
}
