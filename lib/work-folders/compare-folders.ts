import 'server-only';
import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { mapLimited } from '@/lib/platform/async/map-limited';
import { type ListedFile, listFolder } from './list-folder';
import { openInside } from './open-inside';
import type { WorkFolder } from './work-folders';

const MAX_COMPARED_BYTES = 2_000_000;
/** Pairs of files: two contents of the size above are in memory for each. */
const AT_ONCE = 4;

export interface RunFile {
  path: string;
  /** Of a deleted file: as it was. */
  bytes: number;
  kind: 'file' | 'link';
  /** Against the start of the turn. */
  status: 'same' | 'added' | 'changed' | 'deleted';
}

/** What is in a working folder, and what became of it since the start of the turn; by path. */
export async function compareFolders({ files, baseline }: WorkFolder): Promise<{ files: RunFile[]; isCut: boolean }> {
  const now = await listFolder(files);
  const start = baseline === null ? { files: new Map<string, ListedFile>(), isCut: false } : await listFolder(baseline);
  const present = await mapLimited([...now.files.values()], AT_ONCE, async (file): Promise<RunFile> => {
    const before = start.files.get(file.path);
    const status = !before ? 'added' : (await isSame(files, baseline ?? '', file, before)) ? 'same' : 'changed';
    return view(file, status);
  });
  const deleted = [...start.files.values()].filter(({ path }) => !now.files.has(path) && !now.isCut);
  const all = [...present, ...deleted.map((file) => view(file, 'deleted'))];
  all.sort((a, b) => a.path.localeCompare(b.path));
  return { files: all, isCut: now.isCut || start.isCut };
}

function view({ path, bytes, kind }: ListedFile, status: RunFile['status']): RunFile {
  return { path, bytes, kind, status };
}

async function isSame(now: string, start: string, file: ListedFile, before: ListedFile): Promise<boolean> {
  if (file.kind !== before.kind || file.bytes !== before.bytes) return false;
  if (file.modifiedMs === before.modifiedMs) return true;
  if (file.kind === 'link') return isSameLink(join(now, file.path), join(start, file.path));
  if (file.bytes > MAX_COMPARED_BYTES) return false;
  const [one, two] = await Promise.all([contentOf(now, file.path), contentOf(start, file.path)]);
  return one !== null && two !== null && one.equals(two);
}

/** A copied link has a time of its own. */
async function isSameLink(one: string, two: string): Promise<boolean> {
  const [now, start] = await Promise.all([one, two].map((path) => readlink(path).catch(() => null)));
  return now !== null && now === start;
}

async function contentOf(root: string, path: string): Promise<Buffer | null> {
  const file = await openInside(root, path);
  try {
    return file ? await file.readFile() : null;
  } finally {
    await file?.close();
  }
}
