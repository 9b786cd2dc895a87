import type { Contract } from '../../testing/contract';

export const contract: Contract = {
  type: 'grok',
  path: '/v1',
  request: /^\/v1\/responses$/,
  documents: false,
  needsKey: true,
};
