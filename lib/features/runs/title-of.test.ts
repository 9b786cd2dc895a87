import { expect, test } from 'vitest';
import { titleOf } from './title-of';

test.each([
  ['\n  Short  \nmore', 'Short'],
  ['', ''],
  [`${'word '.repeat(30)}`, `${'word '.repeat(16).trim()}…`],
  ['漢'.repeat(100), `${'漢'.repeat(80)}…`],
  [`${'漢'.repeat(79)}👩‍👩‍👧家`, `${'漢'.repeat(79)}…`],
  ['x'.repeat(100), `${'x'.repeat(80)}…`],
])('%j is called %j', (input, title) => expect(titleOf(input)).toBe(title));
