import 'server-only';
import type { ContextFile, FileChange } from '../context';
import type { FileDiff } from './file-diff';
import { readText } from './read-text';
import { unifiedDiff } from './unified-diff';

export interface DiffLimits {
  /** Larger texts are not compared. */
  maxFileBytes: number;
  /** Of files beyond these it is only said that they have changed. */
  maxFiles: number;
}

const LIMITS: DiffLimits = { maxFileBytes: 200_000, maxFiles: 1_000 };

type Read = (hash: string) => Promise<Uint8Array>;

/**
 * The changes as unified diffs, in their order; the same changes give the same text. What cannot be shown is said in words. The event loop
 * gets a turn after each file.
 * @param read the verified bytes of a hash; what it throws is thrown
 */
export async function fileDiffs(
  changes: FileChange[],
  read: Read,
  limits: Partial<DiffLimits> = {},
): Promise<FileDiff[]> {
  const { maxFileBytes, maxFiles } = { ...LIMITS, ...limits };
  const diffs: FileDiff[] = [];
  for (const change of changes) {
    if (diffs.length < maxFiles) {
      diffs.push({ ...outline(change), ...(await describe(change, read, maxFileBytes)) });
      await new Promise(setImmediate);
    } else {
      diffs.push({ ...outline(change), patch: null, note: `Not compared: more than ${maxFiles} files have changed.` });
    }
  }
  return diffs;
}

function outline({ path, before, after }: FileChange): Pick<FileDiff, 'path' | 'status' | 'bytes'> {
  const status = !before ? 'added' : !after ? 'removed' : 'changed';
  return { path, status, bytes: (after ?? before)?.bytes ?? 0 };
}

async function describe(change: FileChange, read: Read, maxBytes: number): Promise<Pick<FileDiff, 'patch' | 'note'>> {
  const { path, before, after } = change;
  const permissions = permissionNote(before, after);
  if (before?.kind === 'link' || after?.kind === 'link')
    return { patch: null, note: await linkNote(before, after, read) };
  if (before && after && before.hash !== null && before.hash === after.hash) return { patch: null, note: permissions };
  const old = before && (await readText(before, read, maxBytes));
  const now = after && (await readText(after, read, maxBytes));
  const because = now?.because ?? old?.because;
  if (because) return { patch: null, note: join(`Not shown: ${because}.`, permissions) };
  const { patch, isWhole } = unifiedDiff(path, old?.text ?? null, now?.text ?? null);
  const whole = isWhole ? 'So much differs that the lines are shown as replaced altogether.' : null;
  return { patch, note: join(whole, permissions) };
}

function permissionNote(before: ContextFile | null, after: ContextFile | null): string | null {
  if (!before || !after || before.mode === after.mode) return null;
  return `Its permissions were ${before.mode.toString(8)} and are ${after.mode.toString(8)}.`;
}

async function linkNote(before: ContextFile | null, after: ContextFile | null, read: Read): Promise<string> {
  const sides = [before, after].map(async (file) => {
    if (!file) return null;
    if (file.kind !== 'link' || file.hash === null) return 'a file';
    return `a link to ${Buffer.from(await read(file.hash)).toString()}`;
  });
  const [was, is] = await Promise.all(sides);
  return [was && `It was ${was}.`, is && `It is ${is}.`].filter(Boolean).join(' ');
}

function join(...notes: (string | null)[]): string | null {
  return notes.filter((note) => note !== null).join(' ') || null;
}
