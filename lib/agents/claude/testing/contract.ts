import type { Contract } from '../../testing/contract';

export const contract: Contract = {
  type: 'claude',
  path: '',
  request: /^\/v1\/messages$/,
  documents: true,
  needsKey: true,
};
