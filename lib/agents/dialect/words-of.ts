import { parseJson } from '@/lib/protocol/json';

const MAX_CHARACTERS = 8_000;
const MAX_DEPTH = 8;

/**
 * Every text of an error's body, one a line: gateways wrap the words of the server behind them, some as JSON inside a string. The place
 * that a validator names (`["body", "tools"]`) becomes one word (`body.tools`).
 */
export function wordsOf(body: string): string {
  return collect(parseJson(body) ?? body, 0)
    .join('\n')
    .slice(0, MAX_CHARACTERS);
}

function collect(value: unknown, depth: number): string[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === 'string') {
    const inner = /^\s*[[{]/.test(value) ? parseJson(value) : null;
    return inner === null ? [value] : collect(inner, depth + 1);
  }
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every((item) => typeof item === 'string' || typeof item === 'number'))
      return [value.join('.')];
    return value.flatMap((item) => collect(item, depth + 1));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((item) => collect(item, depth + 1));
}
