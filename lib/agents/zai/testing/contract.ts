import type { Contract } from '../../testing/contract';

export const contract: Contract = {
  type: 'zai',
  path: '/api/paas/v4',
  request: /^\/api\/paas\/v4\/chat\/completions$/,
  documents: false,
  needsKey: true,
};
