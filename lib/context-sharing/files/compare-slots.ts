import 'server-only';
import type { Slot } from '@/lib/protocol/team';
import type { ContextFile } from '../context';
import type { FileComparison, FileVersion } from './file-comparison';
import { fileDiffs } from './file-diffs';
import { mergeLines } from './merge-lines';
import { readText } from './read-text';
import { splitLines } from './split-lines';

type Read = (hash: string) => Promise<Uint8Array>;

/** A file as a slot left it; `null` = removed. */
interface Left {
  slot: Slot;
  file: ContextFile | null;
}

const MAX_MERGED_BYTES = 200_000;

/**
 * The files that at least one slot has changed, compared three ways: as they were at the start of the turn, and as each slot left them.
 * Sorted by path; nothing is written. The same files give the same result. The event loop gets a turn after each file.
 * @param read the verified bytes of a hash; what it throws is thrown
 */
export async function compareSlots(
  base: ContextFile[],
  slots: { slot: Slot; files: ContextFile[] }[],
  read: Read,
): Promise<FileComparison[]> {
  const start = byPath(base);
  const left = slots.map(({ slot, files }) => ({ slot, files: byPath(files) }));
  const paths = new Set([base, ...slots.map(({ files }) => files)].flatMap((files) => files.map(({ path }) => path)));
  const comparisons: FileComparison[] = [];
  for (const path of [...paths].sort()) {
    const before = start.get(path) ?? null;
    const changed = left
      .map(({ slot, files }): Left => ({ slot, file: files.get(path) ?? null }))
      .filter(({ file }) => !isUntouched(before, file) || before?.mode !== file?.mode);
    if (changed.length === 0) continue;
    comparisons.push(await compare(path, before, changed, read));
    await new Promise(setImmediate);
  }
  return comparisons;
}

async function compare(path: string, before: ContextFile | null, changed: Left[], read: Read): Promise<FileComparison> {
  // Who changed the permissions alone is in nobody's way.
  const contents = changed.filter(({ file }) => !isUntouched(before, file));
  const permissions = permissionNote(changed);
  const comparison = {
    path,
    versions: changed.map((left) => versionOf(before, left)),
    merged: null,
    note: permissions,
  };
  const [first, ...others] = contents;
  if (!first || others.every(({ file }) => isAlike(first.file, file))) return { ...comparison, state: 'clean' };
  const merge = await mergeAll(before, contents, read);
  if ('merged' in merge) return { ...comparison, state: 'mergeable', merged: merge.merged };
  const versions: FileVersion[] = [];
  for (const [index, version] of comparison.versions.entries()) {
    const after = changed[index]?.file ?? null;
    const [diff] = after ? await fileDiffs([{ path, before, after }], read) : [];
    versions.push({ ...version, patch: diff?.patch ?? null, note: diff?.note ?? null });
  }
  const note = permissions ? `${merge.because} ${permissions}` : merge.because;
  return { ...comparison, state: 'conflict', versions, note };
}

/** One after the other, each into what the others have become. */
async function mergeAll(
  before: ContextFile | null,
  contents: Left[],
  read: Read,
): Promise<{ merged: string } | { because: string }> {
  if (contents.some(({ file }) => !file)) return { because: 'Removed by one, changed by another.' };
  const texts: string[][] = [];
  for (const { slot, file } of [{ slot: null, file: before }, ...contents]) {
    const reading = file ? await readText(file, read, MAX_MERGED_BYTES) : { text: '', because: null };
    if (reading.text === null) {
      const whose = slot === null ? 'as it was' : `of agent ${slot}`;
      return { because: `Not merged: the file ${whose} cannot be compared by lines, ${reading.because}.` };
    }
    texts.push(splitLines(reading.text));
  }
  const [base = [], first = [], ...others] = texts;
  let merged = first;
  for (const other of others) {
    const next = mergeLines(base, merged, other);
    if (!next)
      return { because: before ? 'The same lines are changed in different ways.' : 'Added with different contents.' };
    merged = next;
  }
  return { merged: merged.join('') };
}

function versionOf(before: ContextFile | null, { slot, file }: Left): FileVersion {
  const change = !before ? 'added' : !file ? 'removed' : 'changed';
  return { slot, change, hash: file?.hash ?? null, bytes: file?.bytes ?? 0, patch: null, note: null };
}

function permissionNote(changed: Left[]): string | null {
  const modes = changed.flatMap(({ slot, file }) => (file ? [{ slot, mode: file.mode.toString(8) }] : []));
  if (new Set(modes.map(({ mode }) => mode)).size < 2) return null;
  return `The permissions differ: ${modes.map(({ slot, mode }) => `${mode} of agent ${slot}`).join(', ')}.`;
}

function isUntouched(before: ContextFile | null, after: ContextFile | null): boolean {
  if (!before || !after) return before === after;
  return before.hash === after.hash && before.bytes === after.bytes && before.kind === after.kind;
}

/** The same content for certain: of what is not kept only the size is known, which does not tell. */
function isAlike(one: ContextFile | null, two: ContextFile | null): boolean {
  return isUntouched(one, two) && one?.kind !== 'tooLarge';
}

function byPath(files: ContextFile[]): Map<string, ContextFile> {
  return new Map(files.map((file) => [file.path, file]));
}
