import 'server-only';

/** Rows as CSV. A cell that a spreadsheet would take for a formula is prefixed, so that it stays text. */
export function csvOf(header: string[], rows: (string | number | boolean | null)[][]): string {
  return [header, ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
