import 'server-only';
import { constants } from 'node:fs';
import { cp, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { env } from '@/lib/config/env';
import { AppError } from '@/lib/errors/app-error';
import { checkFolderSize } from './folder-size';

/** Where one slot of one run works. The names are of folders beside the record. */
interface FolderRecord {
  files: string;
  /** The files at the start of the turn; `null` = there were none. */
  baseline: string | null;
}

/** A slot in a run. */
export interface Place {
  conversationId: string;
  runId: string;
  slot: string;
}

/** Absolute paths. */
export interface WorkFolder {
  files: string;
  baseline: string | null;
}

/**
 * The folder in which a slot works in a run: the run's own, with a copy of what the slot had at the end of the last turn in which it
 * had a folder. A run that has been interrupted by a crash goes on in the folder that it has.
 * @param earlierRuns newest first
 */
export async function openWorkFolder(place: Place, earlierRuns: string[]): Promise<WorkFolder> {
  const known = await findWorkFolder(place);
  if (known) return known;
  const root = conversationRoot(place.conversationId);
  const files = uuidv7();
  const previous = await firstRecord(place, earlierRuns);
  if (previous) await copyFolder(join(root, previous.files), join(root, files));
  else await mkdir(join(root, files), { recursive: true, mode: 0o700 });
  const record = { files, baseline: previous?.files ?? null };
  await writeRecord(place, record);
  return absolute(root, record);
}

/**
 * Whether the folder that the slot had last in these runs is on this disk, so that it can be copied.
 * @param earlierRuns newest first
 */
export async function hasEarlierFolder(place: Place, earlierRuns: string[]): Promise<boolean> {
  const previous = await firstRecord(place, earlierRuns);
  if (!previous) return false;
  const stats = await lstat(join(conversationRoot(place.conversationId), previous.files)).catch(unlessMissing(null));
  return stats?.isDirectory() ?? false;
}

/** A folder for a slot in a run that begins with what `restore` makes of the path that it is given: all, or it throws. */
export async function restoreWorkFolder(place: Place, restore: (folder: string) => Promise<void>): Promise<WorkFolder> {
  const root = conversationRoot(place.conversationId);
  const record = { files: uuidv7(), baseline: uuidv7() };
  await mkdir(root, { recursive: true, mode: 0o700 });
  await restore(join(root, record.baseline));
  await copyFolder(join(root, record.baseline), join(root, record.files));
  await writeRecord(place, record);
  return absolute(root, record);
}

/**
 * The next turn of a process that goes on in the folder it knows: the folder passes to the new run, and everything that referred to it
 * refers to a copy of what it holds now.
 */
export async function passWorkFolder(from: Place, runId: string): Promise<WorkFolder> {
  const root = conversationRoot(from.conversationId);
  const live = (await readRecord(from))?.files;
  if (!live) throw new Error(`Slot ${from.slot} of the run ${from.runId} has no folder.`);
  const frozen = uuidv7();
  await copyFolder(join(root, live), join(root, frozen));
  for (const name of await recordNames(root)) {
    const record = JSON.parse(await readFile(join(root, name), 'utf8')) as FolderRecord;
    if (record.files !== live && record.baseline !== live) continue;
    const replaced = (folder: string | null) => (folder === live ? frozen : folder);
    await replaceFile(join(root, name), { files: replaced(record.files), baseline: replaced(record.baseline) });
  }
  const record = { files: live, baseline: frozen };
  await writeRecord({ ...from, runId }, record);
  return absolute(root, record);
}

/** The folder of a slot in a run, or `null` when it has none. */
export async function findWorkFolder(place: Place): Promise<WorkFolder | null> {
  const record = await readRecord(place);
  return record && absolute(conversationRoot(place.conversationId), record);
}

/** The slots of a run that have a folder, in order. */
export async function slotsWithFolder({ conversationId, runId }: Omit<Place, 'slot'>): Promise<string[]> {
  const names = await recordNames(conversationRoot(conversationId));
  return names.flatMap((name) => (name.startsWith(`${runId}-`) ? [name.slice(runId.length + 1, -'.json'.length)] : []));
}

/** The same for a slot that somebody names: it is part of a file's name, so only one that is known may become that. */
export async function findListedFolder(place: Place): Promise<WorkFolder | null> {
  return (await slotsWithFolder(place)).includes(place.slot) ? findWorkFolder(place) : null;
}

/** Removes every folder of a conversation. */
export async function removeWorkFolders(conversationId: string): Promise<void> {
  await rm(conversationRoot(conversationId), { recursive: true, force: true });
}

function conversationRoot(conversationId: string): string {
  return join(env().dataDir, 'work', conversationId);
}

const absolute = (root: string, { files, baseline }: FolderRecord): WorkFolder => ({
  files: join(root, files),
  baseline: baseline && join(root, baseline),
});

function recordPath({ conversationId, runId, slot }: Place): string {
  return join(conversationRoot(conversationId), `${runId}-${slot}.json`);
}

async function recordNames(root: string): Promise<string[]> {
  return (await readdir(root).catch(unlessMissing([]))).filter((name) => name.endsWith('.json')).sort();
}

async function readRecord(place: Place): Promise<FolderRecord | null> {
  const text = await readFile(recordPath(place), 'utf8').catch(unlessMissing(null));
  return text === null ? null : (JSON.parse(text) as FolderRecord);
}

async function firstRecord(place: Place, runs: string[]): Promise<FolderRecord | null> {
  for (const runId of runs) {
    const record = await readRecord({ ...place, runId });
    if (record) return record;
  }
  return null;
}

async function writeRecord(place: Place, record: FolderRecord): Promise<void> {
  await replaceFile(recordPath(place), record);
}

async function replaceFile(path: string, value: object): Promise<void> {
  const unfinished = `${path}.new`;
  await writeFile(unfinished, JSON.stringify(value), { mode: 0o600 });
  await rename(unfinished, path);
}

/** Pipes and sockets stay behind: they mean nothing in another folder. */
async function copyFolder(from: string, to: string): Promise<void> {
  const problem = await checkFolderSize(from);
  if (problem) throw new AppError('invalid', `The working folder cannot be copied into the next turn: ${problem}`);
  await cp(from, to, {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: async (path) => {
      const stats = await lstat(path);
      return stats.isFile() || stats.isDirectory() || stats.isSymbolicLink();
    },
  });
}

function unlessMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code !== 'ENOENT') throw error;
    return value;
  };
}
