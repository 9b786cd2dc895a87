/** Structured content as rows and columns. */
export interface ResultTable {
  columns: string[];
  rows: string[][];
}

const MOST_ROWS = 50;
const MOST_COLUMNS = 8;

/** A tool's result as a table, where it is JSON of that form: a list of flat objects, or one object. `null` = it is text. */
export function resultTable(text: string): ResultTable | null {
  const trimmed = text.trimStart();
  if (trimmed[0] !== '{' && trimmed[0] !== '[') return null;
  const value = parsed(text);
  const objects = Array.isArray(value) ? value : [value];
  if (objects.length === 0 || objects.length > MOST_ROWS || !objects.every(isFlat)) return null;
  const columns = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  if (columns.length === 0 || columns.length > MOST_COLUMNS) return null;
  return { columns, rows: objects.map((object) => columns.map((column) => cell(object[column]))) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Text that only begins like JSON, or of which only the beginning is there.
    return null;
  }
}

function isFlat(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((entry) => typeof entry !== 'object' || entry === null);
}

function cell(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
