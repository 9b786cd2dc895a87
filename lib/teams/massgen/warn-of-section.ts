import 'server-only';
import { closestWord } from '../closest-word';
import { isSection, type Reading } from './reading';

/**
 * Names every key of a section that the reader does not understand: with its reason from `leftOut`, else as unknown. `understood` are
 * the keys that are read elsewhere. A value that is a section itself is told key by key where its reason is not known.
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
    const near = closestWord(key, known);
    const unknown = `Left out: MassGen’s format has no such key.${near ? ` Did you mean “${near}”?` : ''}`;
    reading.warnings.push({
      key: path ? `${path}.${key}` : key,
      message: (Object.hasOwn(leftOut, key) ? leftOut[key] : null) ?? unknown,
    });
  }
}
