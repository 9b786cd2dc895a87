import 'server-only';
import { type ParseError, parse as parseJsonc, printParseErrorCode } from 'jsonc-parser';
import { parse as parseToml, TomlError } from 'smol-toml';
import { AppError } from '@/lib/platform/errors/app-error';
import { cleanJson } from '@/lib/platform/http/clean-json';
import { MAX_CONFIG_CHARACTERS, parseConfig } from '@/lib/team-config/config/parse-config';
import { texts } from './texts';

/** A line such as `[mcp_servers.github]`, which neither JSON nor YAML has. */
const TOML_SECTION = /^[ \t]*\[\[?[\w."' -]{1,200}\]?\][ \t]*(?:#.*)?$/m;

/** JSON with comments, TOML or YAML as plain JSON. Throws `malformed` with line and column, and `too_large`. */
export function readText(text: string): unknown {
  if (text.length > MAX_CONFIG_CHARACTERS) throw new AppError('too_large', texts.tooLong(MAX_CONFIG_CHARACTERS / 1000));
  const clean = text.replace(/^\uFEFF/, '');
  if (/^\s*(?:[{]|\/[/*])/.test(clean)) return cleanJson(readJson(clean));
  if (TOML_SECTION.test(clean)) return cleanJson(readToml(clean));
  return parseConfig(clean).value;
}

/** As VS Code writes it: with comments and commas behind the last entry. */
function readJson(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parsed(text, errors);
  const [first] = errors;
  if (!first) return value;
  const before = text.slice(0, first.offset).split('\n');
  throw malformed(before.length, (before.at(-1)?.length ?? 0) + 1, inWords(printParseErrorCode(first.error)));
}

/** The parser follows the nesting with calls of its own, and fails where these are too many. */
function parsed(text: string, errors: ParseError[]): unknown {
  try {
    return parseJsonc(text, errors, { allowTrailingComma: true });
  } catch (cause) {
    throw new AppError('malformed', texts.tooDeep, { hint: texts.nothingRead, cause });
  }
}

/** `ValueExpected` → `Value expected.` */
function inWords(code: string): string {
  return `${code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}.`;
}

function readToml(text: string): unknown {
  try {
    return parseToml(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [, said = ''] = /^Invalid TOML document: (.*)/.exec(error.message) ?? [];
    throw malformed(error.line, error.column, `${said}.`, error);
  }
}

function malformed(line: number, column: number, fault: string, cause?: unknown): AppError {
  return new AppError('malformed', texts.faultAt(line, column, fault), { hint: texts.nothingRead, cause });
}
