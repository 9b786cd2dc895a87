/**
 * The thread in which working folders are compared with what is known of them, so that neither the files nor the hashing hold up the
 * streams. Takes `{id, root, files, stats}` (a `FolderIndex`), hands out contents as `{id, blobs}`, each answered by `{id, kept}`, and ends
 * with `{id, sources, stats, changed}` or `{id, error: {message, isLimit}}`. `sources` says of each file that is there which of the known ones
 * it is, -1 = the next of `changed`. Several scans may be under way.
 */
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { readFile, readLink, walkFolder } from './guarded-folder.mjs';

const MAX_FILES = 20_000;
const MAX_BYTES = 1_000_000_000;
const MAX_FILE_BYTES = 10_000_000;
const MAX_DEPTH = 64;
const BATCH_BYTES = 4_000_000;
/** Filled by tools; each can be made again. */
const LEFT_OUT = new Set(['node_modules', '.git', '.venv', '__pycache__']);
/** Clocks of file systems are coarse: a file that has just been written may be written again without its times telling it. */
const FRESH_MS = 2_000;
const PERMISSIONS = 0o777;

class LimitError extends Error {}

const waiting = new Map();

parentPort?.on('message', ({ id, kept, ...scan }) => {
  if (kept === undefined) void run(id, scan);
  else waiting.get(id)?.(kept);
});

async function run(id, { root, files, stats }) {
  try {
    parentPort?.postMessage({ id, ...(await compare(id, root, files, stats)) });
  } catch (error) {
    parentPort?.postMessage({ id, error: { message: error.message, isLimit: error instanceof LimitError } });
  }
}

async function compare(id, root, files, stats) {
  const known = new Map(files.map((file, index) => [file.path, { file, index }]));
  const out = new Outbox(id, files);
  const now = [];
  const changed = [];
  for (const { path, found } of list(root)) {
    const before = known.get(path);
    const timesBefore = before && stats.subarray(3 * before.index, 3 * before.index + 3);
    if (before && isUntouched(before.file, timesBefore, found)) {
      known.delete(path);
      now.push({ source: before.index, times: timesBefore });
      continue;
    }
    const entry = found.isFile() ? lookAtFile(root, path) : lookAtLink(root, path);
    if (!entry) continue;
    known.delete(path);
    if (entry.content) await out.put(entry.file.hash, entry.content);
    const isKnown = before && isSame(before.file, entry.file);
    now.push({ source: isKnown ? before.index : -1, times: entry.times });
    if (!isKnown) changed.push(entry.file);
  }
  await out.flush();
  for (const path of known.keys()) changed.push({ path, hash: null, bytes: 0, mode: 0, kind: 'removed' });
  changed.sort((a, b) => order(a.path, b.path));
  return { ...pack(now), changed };
}

/** What there is, sorted by path. Throws `LimitError` before anything is read. */
function list(root) {
  const entries = [];
  let bytes = 0;
  const isFolder = walkFolder(
    root,
    (name, depth) => {
      if (LEFT_OUT.has(name)) return true;
      if (depth >= MAX_DEPTH) throw new LimitError(`its folders are nested more than ${MAX_DEPTH} deep`);
      return false;
    },
    (path, found) => {
      entries.push({ path, found });
      if (found.size <= MAX_FILE_BYTES) bytes += found.size;
      if (entries.length > MAX_FILES) throw new LimitError(`it holds more than ${MAX_FILES} files`);
      if (bytes > MAX_BYTES) throw new LimitError(`it holds more than ${MAX_BYTES / 1e9} GB`);
    },
  );
  if (!isFolder) throw new Error('The working folder is not there, or is no folder any more.');
  return entries.sort((a, b) => order(a.path, b.path));
}

function isUntouched(file, times, found) {
  return (
    file.kind !== 'link' &&
    found.isFile() &&
    found.size === file.bytes &&
    found.mtimeMs === times[0] &&
    found.ctimeMs === times[1] &&
    found.ino === times[2]
  );
}

function lookAtFile(root, path) {
  const read = readFile(root, path, MAX_FILE_BYTES);
  if (!read) return null;
  const { content, stats, isSettled } = read;
  const mode = stats.mode & PERMISSIONS;
  const isCertain = isSettled && stats.ctimeMs < Date.now() - FRESH_MS;
  return {
    content,
    times: isCertain ? [stats.mtimeMs, stats.ctimeMs, stats.ino] : [NaN, NaN, NaN],
    file: content
      ? { path, hash: sha256(content), bytes: content.length, mode, kind: 'file' }
      : { path, hash: null, bytes: stats.size, mode, kind: 'tooLarge' },
  };
}

function lookAtLink(root, path) {
  const target = readLink(root, path);
  if (!target) return null;
  const content = new Uint8Array(target);
  const file = { path, hash: sha256(content), bytes: content.length, mode: 0, kind: 'link' };
  return { content, times: [NaN, NaN, NaN], file };
}

/** Gives contents to the main thread, each once, and waits until they are kept. */
class Outbox {
  blobs = [];
  bytes = 0;

  constructor(id, known) {
    this.id = id;
    this.given = new Set(known.map(({ hash }) => hash));
  }

  async put(hash, content) {
    if (this.given.has(hash)) return;
    this.given.add(hash);
    if (this.bytes + content.length > BATCH_BYTES) await this.flush();
    this.blobs.push({ hash, content });
    this.bytes += content.length;
  }

  async flush() {
    if (this.blobs.length === 0) return;
    const { id, blobs } = this;
    const kept = new Promise((resolve) => waiting.set(id, resolve));
    parentPort?.postMessage(
      { id, blobs },
      blobs.map(({ content }) => content.buffer),
    );
    this.blobs = [];
    this.bytes = 0;
    const isKept = await kept;
    waiting.delete(id);
    if (!isKept) throw new Error('The contents could not be kept.');
  }
}

function pack(entries) {
  const stats = new Float64Array(3 * entries.length);
  entries.forEach(({ times }, index) => {
    stats.set(times, 3 * index);
  });
  return { sources: Int32Array.from(entries, ({ source }) => source), stats };
}

function isSame(one, two) {
  return one.hash === two.hash && one.bytes === two.bytes && one.mode === two.mode && one.kind === two.kind;
}

function order(one, two) {
  return one < two ? -1 : one > two ? 1 : 0;
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
