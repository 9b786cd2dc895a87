import type { ContextFile, FileChange } from '../context';

/** What has become of the files of a tree, sorted by path. Neither list has `removed` entries. */
export function changesBetween(before: ContextFile[], after: ContextFile[]): FileChange[] {
  if (before === after) return [];
  const old = new Map(before.map((file) => [file.path, file]));
  const now = new Set(after.map(({ path }) => path));
  const changed = after.flatMap<FileChange>((file) => {
    const was = old.get(file.path) ?? null;
    return was && isSame(was, file) ? [] : [{ path: file.path, before: was, after: file }];
  });
  const removed = before.flatMap<FileChange>((file) =>
    now.has(file.path) ? [] : [{ path: file.path, before: file, after: null }],
  );
  return [...changed, ...removed].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isSame(one: ContextFile, other: ContextFile): boolean {
  return (
    one === other ||
    (one.hash === other.hash && one.kind === other.kind && one.mode === other.mode && one.bytes === other.bytes)
  );
}
