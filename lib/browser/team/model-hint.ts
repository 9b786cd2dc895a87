import { formatCount } from '@/lib/browser/ui/format';
import { texts } from './editor-texts';

/** A model as the server's catalogue knows it. */
export interface ModelInfo {
  model: string;
  tools: boolean;
  images: boolean;
  documents: boolean;
  contextWindow: number | null;
  price: { input: number; output: number; asOf: string } | null;
}

/** What a model costs: nothing is `free`, which is not the same as not known. */
export function priceWords(price: ModelInfo['price'], isFree: boolean): string {
  if (isFree || (price?.input === 0 && price.output === 0)) return texts.free;
  return price ? texts.price(price.input, price.output, price.asOf) : texts.priceNotKnown;
}

/**
 * What to know before one chooses this model of a backend, in a line; nothing for a model that the catalogue does not have, unless it is
 * known to be free.
 */
export function modelHint(
  model: string | undefined,
  backend: { catalogue: ModelInfo[]; free: boolean } | undefined,
): string | undefined {
  if (!model || !backend) return undefined;
  const known = backend.catalogue.find((entry) => entry.model === model);
  if (!known) return backend.free ? texts.freeBackend : undefined;
  const { contextWindow, price, tools, images, documents } = known;
  const facts = [
    contextWindow !== null && texts.contextWindow(formatCount(contextWindow)),
    (images || documents) && texts.takes(images, documents),
    !tools && texts.noTools,
    priceWords(price, backend.free),
  ];
  return texts.facts(facts.filter((fact) => typeof fact === 'string'));
}
