import { type Fields, isFields, parseJson } from '../json';
import { withoutLeadingThoughts } from './leading-thoughts';

const FENCED = /^`{3,}[\w-]*[ \t]*\r?\n([\s\S]*?)\r?\n?`{3,}$/;
/** The stamp of an empty object that some gateways put before the arguments themselves. */
const EMPTY_BEFORE = /^\{\s*\}\s*(?=\{)/;
const TRAILING_COMMA = /,(?=\s*[}\]])/g;
/** Texts in JSON, so that what stands between them can be told apart. */
const STRING = /"(?:[^"\\]|\\[\s\S])*"/g;
const ESCAPE = /\\(?:u[\da-f]{4}|[\s\S])/gi;
const JSON_ESCAPE = /^\\(?:u[\da-f]{4}|["\\/bfnrt])$/i;
/** Commands that begin like an escape: of a page, of a step back and of a return alone no model speaks. */
const TEX = /^\\(?:[bfr][a-z]{2}|t(?:imes|heta|ext|an\b|au\b|o\b|frac|riangle)|n(?:abla|eq|otin|u\b))/;
/** A path of Windows with single backslashes: `C:\\new` has no line break in it. */
const DRIVE = /^"[a-z]:\\(?!\\)/i;
const IN_PATH = /^\\["\\]$/;
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
  const value =
    parseJson(bare) ?? parseMended(escapeBreaks(bare)) ?? parseMended(doubleBackslashes(escapeBreaks(bare)));
  if (isFields(value)) return value;
  return typeof value === 'string' && depth > 0 ? readObject(value, depth - 1) : null;
}

function parseMended(text: string): unknown {
  return parseJson(text) ?? parseJson(withoutTrailingCommas(text));
}

/** Control characters within a JSON text can only mean themselves. */
function escapeBreaks(text: string): string {
  return text.replace(STRING, (string) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    string.replace(/[\u0000-\u001f]/g, (character) => JSON.stringify(character).slice(1, -1)),
  );
}

/**
 * Where a backslash begins no escape of JSON, the model has written its texts as they are, formulas or paths above all: there it stands for itself,
 * also where a command of TeX begins like an escape (`\\frac`).
 */
function doubleBackslashes(text: string): string {
  return text.replace(STRING, (string) => {
    const kept = DRIVE.test(string) ? IN_PATH : JSON_ESCAPE;
    return string.replace(ESCAPE, (written, at: number) =>
      kept.test(written) && !TEX.test(string.slice(at)) ? written : `\\${written}`,
    );
  });
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
