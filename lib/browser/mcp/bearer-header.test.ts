import { expect, test } from 'vitest';
import { bearerHeader } from './bearer-header';

test.each([
  ['abc', 'Bearer abc'],
  ['Bearer abc', 'Bearer abc'],
  ['basic YTpi', 'basic YTpi'],
])('%j is sent as %j', (token, sent) => expect(bearerHeader(token)).toEqual({ Authorization: { secret: sent } }));
