import 'server-only';

/** A text wrapped in JSON may be twice as long as itself. */
export const MAX_IMPORT_BYTES = 1_000_000;

/** The text to import: the body itself, or the `text` of a JSON object that has nothing else. */
export function textOfImport(body: string): string {
  if (!body.trimStart().startsWith('{')) return body;
  try {
    const json: unknown = JSON.parse(body);
    const keys = Object.keys(json as object);
    const { text } = json as { text?: unknown };
    return keys.length === 1 && typeof text === 'string' ? text : body;
  } catch {
    // Not JSON: a YAML text in braces, or a fault that the reader of the text names with its line.
    return body;
  }
}
