import { expect, test } from 'vitest';
import { addRow, headerRows, headersOf } from './header-rows';

test('headers are edited as rows; a secret that nobody touches stays', () => {
  const headers = { Authorization: { secret: true as const }, 'X-Team': 'red' };
  const rows = headerRows(headers);
  expect(headersOf(rows)).toEqual(headers);
  const more = addRow(addRow(rows)).map((row) => (row.key === 2 ? { ...row, name: ' X-Key ', value: 'k' } : row));
  expect(headersOf(more)).toEqual({ ...headers, 'X-Key': { secret: 'k' } });
  expect(new Set(more.map(({ key }) => key)).size).toBe(4);
  expect(addRow([])).toMatchObject([{ key: 0 }]);
});
