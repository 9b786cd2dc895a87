import type { Contract } from '../../testing/contract';

export const contract: Contract = {
  type: 'openai',
  path: '/v1',
  request: /^\/v1\/responses$/,
  documents: true,
  needsKey: true,
};
