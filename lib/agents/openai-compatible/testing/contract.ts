import type { Contract } from '../../testing/contract';

export const contract: Contract = {
  type: 'openai_compatible',
  path: '/v1',
  request: /^\/v1\/chat\/completions$/,
  documents: false,
  needsKey: false,
};
