import 'server-only';

/** Something of a file that the imported team does not have, or has otherwise. */
export interface ConfigWarning {
  /** Full path in the file. */
  key: string;
  message: string;
}

/** What reading a MassGen file brings besides the team. */
export interface Reading {
  warnings: ConfigWarning[];
  /** Paths of the file by the path that their value has in the team now. */
  placed: Map<string, string>;
}

export type Section = Record<string, unknown>;

export function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key without a value says as little as no key. */
export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Where the value at a path of the file is in the team; `null` = nowhere. */
export function placeOf({ placed }: Reading, key: string): string | null {
  for (const [from, to] of placed) {
    if (key === from) return to;
    if (key.startsWith(from) && /^[.[]/.test(key.slice(from.length))) return to + key.slice(from.length);
  }
  return null;
}

/** A text of the file; anything else is named and left out. Numbers, such as an id without quotes, are texts to people. */
export function textAt(section: Section, key: string, path: string, reading: Reading): string | undefined {
  const value = section[key];
  if (!isPresent(value)) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  reading.warnings.push({ key: `${path}.${key}`, message: 'Left out: this must be a text.' });
  return undefined;
}
