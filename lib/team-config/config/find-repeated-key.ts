import 'server-only';
import { type Document, isScalar, visit } from 'yaml';

/**
 * Where a key stands for the second time in its map, as an offset in the text; `null` = nowhere. The parser's own check compares every
 * key with every other: a text of 100 kB could keep it busy for half a minute.
 */
export function findRepeatedKey(document: Document.Parsed): number | null {
  let found: number | null = null;
  visit(document, {
    Map(_key, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          found = key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        seen.add(key.value);
      }
    },
  });
  return found;
}
