import 'server-only';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { AppError } from '@/lib/platform/errors/app-error';
import { cleanJson } from '@/lib/platform/http/clean-json';
import { texts } from '@/lib/team-config/texts';
import { findRepeatedKey } from './find-repeated-key';
import { refuseOversized } from './refuse-oversized';

/** Larger than any team that a person writes. */
export const MAX_CONFIG_CHARACTERS = 400_000;
/** Lines, commas, brackets and dashes: what the parser's time depends on. */
const MAX_MARKS = 10_000;
const MAX_ALIASES = 100;

export interface ParsedConfig {
  /** Plain JSON. */
  value: unknown;
  /** Line of the value at a path, from 1; `null` when the text has no such value. */
  lineOf(path: readonly (string | number)[]): number | null;
  hasComments: boolean;
}

/**
 * YAML or JSON (which is YAML) as plain JSON. Knows no tags, bounds what aliases may expand to, refuses keys that come twice.
 * Throws `malformed` with line and column, and `too_large`.
 */
export function parseConfig(text: string): ParsedConfig {
  if (text.length > MAX_CONFIG_CHARACTERS) {
    throw new AppError('too_large', texts.textTooLong(MAX_CONFIG_CHARACTERS / 1000));
  }
  if ((text.match(/[\n,[\]{}]|[-?:] /g)?.length ?? 0) > MAX_MARKS) {
    throw new AppError('too_large', texts.tooManyMarks(MAX_MARKS));
  }
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    resolveKnownTags: false,
    uniqueKeys: false,
    // What MassGen's own reader does with `<<`.
    merge: true,
    prettyErrors: false,
    // Below it, a second document goes unnoticed.
    logLevel: 'error',
  });
  // A tag that is not known is only a warning to the parser.
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    throw malformed(lines, fault.pos[0], inWords(fault.code, fault.message), fault);
  }
  const repeated = findRepeatedKey(document);
  if (repeated !== null) throw malformed(lines, repeated, texts.repeatedKey);
  const value = expand(() => document.toJS({ maxAliasCount: MAX_ALIASES }));
  refuseOversized(value);
  return {
    value: cleanJson(value),
    lineOf(path) {
      const node = document.getIn(path, true);
      return isNode(node) && node.range ? lines.linePos(node.range[0]).line : null;
    },
    hasComments: /(?:^|\s)#/m.test(text) && text.trimStart()[0] !== '{',
  };
}

function malformed(lines: LineCounter, offset: number, words: string, cause?: unknown): AppError {
  const { line, col } = lines.linePos(offset);
  return new AppError('malformed', texts.faultAt(line, col, words), {
    hint: texts.nothingImported,
    cause,
  });
}

/** Aliases that multiply each other end the expansion, as the parser's own error. */
function expand(toPlain: () => unknown): unknown {
  try {
    return toPlain();
  } catch (cause) {
    throw new AppError('malformed', texts.aliasesTooLarge, { cause });
  }
}

function inWords(code: string, message: string): string {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return texts.secondDocument;
    case 'TAG_RESOLVE_FAILED':
      return texts.tags;
    case 'RESOURCE_EXHAUSTION':
      return texts.nestedTooDeeply;
    default:
      return `${message}.`.replace(/\.\.$/, '.');
  }
}
