import 'server-only';
import { closestWord } from '@/lib/platform/text/closest-word';
import { isSection, type Reading } from './reading';

const MAX_SUGGESTIONS = 200;

/**
 * Names every key of a section that the reader does not understand: with its reason from `leftOut`, else as unknown. `understood` are
 * the keys that are read elsewhere.
 */
export function warnOfSection(
  value: unknown,
  path: string,
  understood: readonly string[],
  leftOut: Record<string, string>,
  reading: Reading,
): void {
  if (value === undefined || value === null) return;
  if (!isSection(value)) {
    reading.warnings.push({ key: path, message: 'Left out: this must be a section with keys of its own.' });
    return;
  }
  const known = [...understood, ...Object.keys(leftOut)];
  for (const key of Object.keys(value)) {
    if (understood.includes(key)) continue;
    const reason = Object.hasOwn(leftOut, key) ? leftOut[key] : null;
    // Comparing words takes time; nobody reads the suggestions of a text that is wrong everywhere.
    const near = reason || reading.warnings.length > MAX_SUGGESTIONS ? null : closestWord(key, known);
    const unknown = `Left out: MassGen’s format has no such key.${near ? ` Did you mean “${near}”?` : ''}`;
    reading.warnings.push({ key: path ? `${path}.${key}` : key, message: reason ?? unknown });
  }
}
