import { withoutLeadingThoughts } from './leading-thoughts';

type Fields = Record<string, unknown>;

const FENCED = /^`{3,}[\w-]*[ \t]*\r?\n([\s\S]*?)\r?\n?`{3,}$/;
/** The stamp of an empty object that some gateways put before the arguments themselves. */
const EMPTY_BEFORE = /^\{\s*\}\s*(?=\{)/;
const TRAILING_COMMA = /,(?=\s*[}\]])/g;
/** Texts in JSON, so that what stands between them can be told apart. */
const STRING = /"(?:[^"\\]|\\[\s\S])*"/g;
const MAX_DEPTH = 3;

/**
 * A tool call's arguments as the model meant them: the object, also when it is encoded twice, stands in a code fence, has raw line breaks
 * in its texts or a comma too many. The text itself when it has no single reading, for example because it was cut off. No text = no
 * arguments. Thoughts between tags are no part of an argument.
 */
export function readArguments(given: unknown): unknown {
  if (isFields(given)) return withoutThoughts(given);
  if (typeof given !== 'string') return given ?? {};
  if (!given.trim()) return {};
  const read = readObject(given, MAX_DEPTH);
  return read ? withoutThoughts(read) : given;
}

function readObject(text: string, depth: number): Fields | null {
  const trimmed = text.trim().replace(/^\uFEFF/, '');
  const bare = FENCED.exec(trimmed)?.[1] ?? trimmed.replace(EMPTY_BEFORE, '');
  const value = parse(bare) ?? parse(escapeBreaks(bare)) ?? parse(withoutTrailingCommas(escapeBreaks(bare)));
  if (isFields(value)) return value;
  return typeof value === 'string' && depth > 0 ? readObject(value, depth - 1) : null;
}

/** `null` for what is no JSON, and for the JSON `null`. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Control characters within a JSON text can only mean themselves. */
function escapeBreaks(text: string): string {
  return text.replace(STRING, (string) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    string.replace(/[\u0000-\u001f]/g, (character) => JSON.stringify(character).slice(1, -1)),
  );
}

function withoutTrailingCommas(text: string): string {
  const strings: string[] = [];
  const outside = text.replace(STRING, (string) => `"${strings.push(string) - 1}"`);
  return outside.replace(TRAILING_COMMA, '').replace(/"(\d+)"/g, (_, index: string) => strings[Number(index)] ?? '');
}

function withoutThoughts(fields: Fields): Fields {
  const cleaned = Object.entries(fields).map(([name, value]) => {
    if (typeof value !== 'string' || !/[<[◁]/.test(value)) return [name, value];
    return [name, withoutLeadingThoughts(value)];
  });
  return Object.fromEntries(cleaned);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
