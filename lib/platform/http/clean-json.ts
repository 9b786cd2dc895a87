import 'server-only';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from '@/lib/platform/texts';

const MAX_DEPTH = 64;

/**
 * Parsed JSON whose texts, keys included, hold only what a database can hold: without NUL and halves of characters.
 * Throws `malformed` for what is nested deeper than 64 levels.
 */
export function cleanJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) throw new AppError('malformed', texts.tooDeep(MAX_DEPTH));
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), cleanJson(item, depth + 1)]));
}

function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
