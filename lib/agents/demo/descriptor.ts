import 'server-only';
import type { BackendDescriptor } from '../descriptor';
import { named } from '../params/places';
import { demoWire } from './demo-wire';

/** Needs no key and no network. Works on the given text with plain rules; every "token" it reports is a word. */
export const demo: BackendDescriptor = {
  type: 'demo',
  label: 'Demo (simulation)',
  needs: 'nothing',
  simulation: true,
  account: null,
  params: named('tokensPerSecond', 'seed'),
  models: [],
  capabilities: {
    tools: true,
    images: false,
    files: false,
    reasoning: true,
    // Its rules take time with the length of a text, in the process of all other runs.
    contextWindow: 20_000,
  },
  canSummarise: false,
  price: 'free',
  wire: demoWire,
};
