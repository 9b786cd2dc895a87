import { expect, it } from 'vitest';
import { readAnswerId } from './read-answer-id';

it.each([
  'A.1',
  'a.1',
  ' A.1\n',
  '[A.1]',
  '"A.1"',
  'Answer A.1',
  'answer a.1 by agent A',
  '<answer id="A.1">',
  'Ａ．１',
])('%j means A.1', (given) => {
  expect(readAnswerId(given, ['B.2', 'A.1'])).toBe('A.1');
});

it.each(['A.2', 'A.11', 'A', 'A.1 or B.2', '', 1, null, ['A.1']])('%j means none of them', (given) => {
  expect(readAnswerId(given, ['B.2', 'A.1'])).toBeUndefined();
});
