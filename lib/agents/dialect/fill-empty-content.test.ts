import { expect, it } from 'vitest';
import { fillEmptyContent } from './fill-empty-content';
import { wordsOf } from './words-of';

it.each([
  { type: 'string_type', msg: 'Input should be a valid string' },
  { type: 'missing', msg: 'Field required' },
])('is demanded by a validator that wants text: $type', ({ type, msg }) => {
  const body = JSON.stringify({ detail: [{ type, loc: ['body', 'messages', 2, 'content'], msg, input: null }] });
  expect(fillEmptyContent.demandedBy({ status: 422, text: wordsOf(body) }, {})).toBe('');
});
