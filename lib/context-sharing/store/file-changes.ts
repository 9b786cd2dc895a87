import type { ContextFile, FileChange } from '../context';
import { byPath } from './by-path';

type Files = ReadonlyMap<string, ContextFile>;

/** What differs between two states of a working folder, sorted by path. */
export function fileChanges(before: Files, after: Files): FileChange[] {
  const changes: FileChange[] = [];
  for (const [path, file] of after) {
    const old = before.get(path) ?? null;
    if (!old || !isSame(old, file)) changes.push({ path, before: old, after: file });
  }
  for (const [path, file] of before) if (!after.has(path)) changes.push({ path, before: file, after: null });
  return changes.sort(byPath);
}

function isSame(a: ContextFile, b: ContextFile): boolean {
  return a === b || (a.hash === b.hash && a.bytes === b.bytes && a.mode === b.mode && a.kind === b.kind);
}
