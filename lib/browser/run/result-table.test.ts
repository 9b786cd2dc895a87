import { expect, test } from 'vitest';
import { resultTable } from './result-table';

test.each([
  [
    '[{"a": 1, "b": "x"}, {"a": null, "c": true}]',
    ['a', 'b', 'c'],
    [
      ['1', 'x', ''],
      ['', '', 'true'],
    ],
  ],
  ['{"city": "Oslo", "degrees": -3.5}', ['city', 'degrees'], [['Oslo', '-3.5']]],
])('%s is a table', (text, columns, rows) => expect(resultTable(text)).toEqual({ columns, rows }));

test.each([
  'hello',
  '[1, 2]',
  '[]',
  '{}',
  '{"a": {"b": 1}}',
  '[{"a": 1}, 2]',
  '{"a": 1',
  JSON.stringify(Array(51).fill({ a: 1 })),
  JSON.stringify(Object.fromEntries([...'abcdefghi'].map((key) => [key, 1]))),
])('%.40s is text', (text) => expect(resultTable(text)).toBeNull());
