/** A header, or a variable of a program, as it is edited. */
export interface HeaderRow {
  /** Of the row, for as long as it is there. */
  key: number;
  name: string;
  /** `null` = the secret that is stored stays. */
  value: string | null;
  isSecret: boolean;
}

export function headerRows(headers: Record<string, string | { secret: true }> = {}): HeaderRow[] {
  return Object.entries(headers).map(([name, value], key) =>
    typeof value === 'string' ? { key, name, value, isSecret: false } : { key, name, value: null, isSecret: true },
  );
}

export function addRow(rows: HeaderRow[]): HeaderRow[] {
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return [...rows, { key, name: '', value: '', isSecret: true }];
}

/** The headers that the rows stand for; a row without a name stands for none. */
export function headersOf(rows: HeaderRow[]): Record<string, string | { secret: string | true }> {
  return Object.fromEntries(
    rows
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, value, isSecret }) => [name.trim(), isSecret ? { secret: value ?? true } : (value ?? '')]),
  );
}
