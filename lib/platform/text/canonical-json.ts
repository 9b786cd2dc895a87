/**
 * The one text of a plain JSON value: keys sorted by their UTF-16 units, no spaces, numbers and strings as RFC 8785 says. Fields that are
 * `undefined` are left out. Half of a surrogate pair, which RFC 8785 refuses, is escaped: what a tool printed must not be lost for it.
 * Throws a `TypeError` for what JSON has no word for.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return `{${fields(value).join(',')}}`;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`JSON has no number ${value}.`);
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`JSON has no ${typeof value}.`);
  return text;
}

function fields(value: object): string[] {
  // Entries of the sorted keys: an object with the keys sorted would put those that look like numbers first.
  const record = value as Record<string, unknown>;
  return Object.keys(record)
    .sort()
    .filter((key) => record[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
}
