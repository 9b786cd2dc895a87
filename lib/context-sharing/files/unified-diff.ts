import { FILE_HEADERS_ONLY, formatPatch } from 'diff';
import { changedLines, type LineChange } from './changed-lines';
import { splitLines } from './split-lines';

const CONTEXT = 3;

/** The unified diff of a file; `null` = the text was, or is, not there. `isWhole` = too much differs to tell line by line. */
export function unifiedDiff(
  path: string,
  before: string | null,
  after: string | null,
): { patch: string; isWhole: boolean } {
  const old = splitLines(before ?? '');
  const { changes, isWhole } = changedLines(old, splitLines(after ?? ''));
  let shift = 0;
  const hunks = neighbours(changes).map((group) => {
    const hunk = hunkOf(old, group, shift);
    shift += hunk.newLines - hunk.oldLines;
    return hunk;
  });
  const names = {
    oldFileName: before === null ? '/dev/null' : `a/${path}`,
    newFileName: after === null ? '/dev/null' : `b/${path}`,
  };
  const patch = formatPatch({ ...names, oldHeader: undefined, newHeader: undefined, hunks }, FILE_HEADERS_ONLY);
  return { patch, isWhole };
}

/** Changes whose context would touch stand in one hunk. */
function neighbours(changes: LineChange[]): LineChange[][] {
  const groups: LineChange[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && change.from - last.to <= 2 * CONTEXT) group.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunkOf(old: string[], changes: LineChange[], shift: number) {
  const first = Math.max(0, (changes[0]?.from ?? 0) - CONTEXT);
  const end = Math.min(old.length, (changes.at(-1)?.to ?? 0) + CONTEXT);
  const lines: string[] = [];
  const put = (sign: string, some: string[]) => {
    for (const line of some) {
      lines.push(sign + (line.endsWith('\n') ? line.slice(0, -1) : line));
      if (!line.endsWith('\n')) lines.push('\\ No newline at end of file');
    }
  };
  let at = first;
  let newLines = 0;
  for (const { from, to, lines: added } of changes) {
    put(' ', old.slice(at, from));
    put('-', old.slice(from, to));
    put('+', added);
    newLines += from - at + added.length;
    at = to;
  }
  put(' ', old.slice(at, end));
  newLines += end - at;
  return { oldStart: first + 1, oldLines: end - first, newStart: first + 1 + shift, newLines, lines };
}
