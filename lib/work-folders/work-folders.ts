import 'server-only';
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { mapLimited } from '@/lib/platform/async/map-limited';
import { oneAtATime } from '@/lib/platform/async/one-at-a-time';
import { env } from '@/lib/platform/config/env';
import { copyFolder } from './copy-folder';
import { freezeFolder, noteFrozen } from './freeze-folder';

/** Records that are read at once. */
const AT_ONCE = 16;

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

/** Two branches may go on from the same turn at the same moment, but only one with its folder. */
const inTurn = oneAtATime();
const slotOf = ({ conversationId, slot }: Place): string => `${conversationId} ${slot}`;

/** Absolute paths. */
export interface WorkFolder {
  files: string;
  baseline: string | null;
}

/**
 * The folder in which a slot works in a run, with what the slot had at the end of the last turn in which it had one: that folder itself,
 * of which a copy stays for the turn before. Where another turn has gone on with it already, or a process is still in it, it begins
 * with a copy. A run that has been interrupted by a crash goes on in the folder that it has.
 * @param earlierRuns newest first
 * @param isOccupied whether a process works in the folder of this absolute path
 */
export async function openWorkFolder(
  place: Place,
  earlierRuns: string[],
  isOccupied: (folder: string) => boolean = () => false,
): Promise<WorkFolder> {
  return inTurn(slotOf(place), () => open(place, earlierRuns, isOccupied));
}

async function open(place: Place, earlierRuns: string[], isOccupied: (folder: string) => boolean): Promise<WorkFolder> {
  const known = await findWorkFolder(place);
  if (known) return known;
  const root = conversationRoot(place.conversationId);
  const previous = await firstRecord(place, earlierRuns);
  if (!previous) {
    const record = { files: uuidv7(), baseline: null };
    await mkdir(join(root, record.files), { recursive: true, mode: 0o700 });
    await writeRecord(place, record);
    return absolute(root, record);
  }
  const isFree = !isOccupied(join(root, previous.files)) && !(await isKeptCopy(place, previous.files));
  if (isFree) return pass({ ...place, runId: previous.runId }, place.runId);
  const record = { files: uuidv7(), baseline: previous.files };
  await copyKept(root, record);
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
  await copyKept(root, record);
  await writeRecord(place, record);
  return absolute(root, record);
}

async function copyKept(root: string, { files, baseline }: { files: string; baseline: string }): Promise<void> {
  await copyFolder(join(root, baseline), join(root, files));
  await noteFrozen(join(root, files), join(root, baseline));
}

/** A turn has begun with it: it does not change any more. */
async function isKeptCopy(place: Place, folder: string): Promise<boolean> {
  const records = await recordsOfSlot(place);
  return records.some(({ record }) => record.baseline === folder);
}

/**
 * The next turn of a process that goes on in the folder it knows: the folder passes to the new run, and everything that referred to it
 * refers to a copy of what it holds now.
 */
export async function passWorkFolder(from: Place, runId: string): Promise<WorkFolder> {
  return inTurn(slotOf(from), () => pass(from, runId));
}

async function pass(from: Place, runId: string): Promise<WorkFolder> {
  const root = conversationRoot(from.conversationId);
  const live = (await readRecord(from))?.files;
  if (!live) throw new Error(`Slot ${from.slot} of the run ${from.runId} has no folder.`);
  const frozen = uuidv7();
  await freezeFolder(join(root, live), join(root, frozen));
  for (const { name, record } of await recordsOfSlot(from)) {
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

/** Of every run. Only records of a slot refer to the folders of that slot. */
async function recordsOfSlot({ conversationId, slot }: Place): Promise<{ name: string; record: FolderRecord }[]> {
  const root = conversationRoot(conversationId);
  const names = (await recordNames(root)).filter((name) => name.endsWith(`-${slot}.json`));
  const read = async (name: string) => ({
    name,
    record: JSON.parse(await readFile(join(root, name), 'utf8')) as FolderRecord,
  });
  return mapLimited(names, AT_ONCE, read);
}

async function firstRecord(place: Place, runs: string[]): Promise<(FolderRecord & { runId: string }) | null> {
  for (const runId of runs) {
    const record = await readRecord({ ...place, runId });
    if (record) return { ...record, runId };
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

function unlessMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code !== 'ENOENT') throw error;
    return value;
  };
}
