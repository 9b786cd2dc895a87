import type { Contract } from '../../testing/contract';

export const contract: Contract = {
  type: 'gemini',
  path: '/v1beta',
  request: /^\/v1beta\/models\/[^:]+:streamGenerateContent$/,
  documents: true,
  needsKey: true,
};
