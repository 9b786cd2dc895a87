/**
 * Reading a folder that somebody else may change at any moment. Each folder is entered by its descriptor, never by its path: whatever
 * becomes of the path meanwhile, what is read is what was entered, and a link is never followed.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const { O_RDONLY, O_NOFOLLOW = 0, O_DIRECTORY = 0, O_NONBLOCK = 0 } = constants;
/** What may happen to a file while it is looked at, and what its owner may not read. */
const GONE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM', 'ENXIO', 'EINVAL', 'EISDIR', 'ENAMETOOLONG']);
const ATTEMPTS = 3;

/** The result of `look`, or `null` when what it looks at is not there, or not what it was. */
function unlessGone(look) {
  try {
    return look();
  } catch (error) {
    if (GONE.has(error.code)) return null;
    throw error;
  }
}

/** `at` = the prefix under which its entries are reached. */
function enter(path) {
  const fd = openSync(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (process.platform === 'linux') return { fd, at: `/proc/self/fd/${fd}` };
  if (fstatSync(fd).isDirectory() && isInPlace(path)) return { fd, at: path };
  closeSync(fd);
  return null;
}

/** Where folders have no descriptors to go through: no part of the path has become a link. */
function isInPlace(path) {
  return process.platform === 'linux' || realpathSync(path) === path;
}

/** Calls `use` with the folder entered, `null` where it cannot be. */
function within(path, use) {
  const folder = unlessGone(() => enter(path));
  if (!folder) return use(null);
  try {
    return use(folder);
  } finally {
    closeSync(folder.fd);
  }
}

/**
 * Calls `visit(path, stats)` for each file and link below `root` and `leave(name, depth)` to ask whether to stay out of a folder.
 * `false` = there is no such folder.
 */
export function walkFolder(root, leave, visit) {
  const walk = (folder, prefix, depth) => {
    for (const entry of readdirSync(folder.at, { withFileTypes: true })) {
      const at = join(folder.at, entry.name);
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (leave(entry.name, depth)) continue;
        within(at, (inner) => inner && unlessGone(() => walk(inner, `${path}/`, depth + 1)));
      } else if (entry.isFile() || entry.isSymbolicLink()) {
        const stats = lstatSync(at, { throwIfNoEntry: false });
        if (stats?.isFile() || stats?.isSymbolicLink()) visit(path, stats);
      }
    }
  };
  return within(realRoot(root), (folder) => {
    if (folder) walk(folder, '', 1);
    return folder !== null;
  });
}

/** Calls `use(at)` with where a path below `root` is reached; `null` when it is no longer there. */
function reach(root, path, use) {
  const steps = path.split('/');
  const name = steps.pop();
  const down = (folder, index) => {
    if (!folder) return null;
    if (index < steps.length) return within(join(folder.at, steps[index]), (inner) => down(inner, index + 1));
    return unlessGone(() => use(join(folder.at, name)));
  };
  return within(realRoot(root), (folder) => down(folder, 0));
}

/** The bytes of a link's target. */
export function readLink(root, path) {
  return reach(root, path, (at) => {
    const target = readlinkSync(at, { encoding: 'buffer' });
    return isInPlace(join(at, '..')) ? target : null;
  });
}

/**
 * The content of a file with its stats; `isSettled` = it did not change while it was read, which is tried a few times. `content: null` =
 * it has more than `maxBytes`.
 */
export function readFile(root, path, maxBytes) {
  return reach(root, path, (at) => {
    for (let attempt = 1; ; attempt += 1) {
      const file = readOnce(at, maxBytes);
      if (!file || file.isSettled || attempt === ATTEMPTS) return file;
    }
  });
}

function readOnce(at, maxBytes) {
  // A pipe that has taken the file's place must not be waited for.
  const fd = openSync(at, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const before = fstatSync(fd);
    if (!before.isFile() || !isInPlace(at)) return null;
    if (before.size > maxBytes) return { content: null, stats: before, isSettled: true };
    const content = readBytes(fd, before.size);
    const stats = fstatSync(fd);
    const isSettled =
      content.length === stats.size &&
      before.size === stats.size &&
      before.mtimeMs === stats.mtimeMs &&
      before.ctimeMs === stats.ctimeMs;
    return { content, stats, isSettled };
  } finally {
    closeSync(fd);
  }
}

/** Fewer bytes when the file has become shorter. Memory of its own, so that it can be handed to another thread. */
function readBytes(fd, size) {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const count = readSync(fd, bytes, length, size - length, length);
    if (count === 0) return bytes.slice(0, length);
    length += count;
  }
  return bytes;
}

/** The folder itself may be reached through links, but not be one. */
function realRoot(root) {
  if (process.platform === 'linux') return root;
  const parent = unlessGone(() => realpathSync(dirname(root)));
  return parent ? join(parent, basename(root)) : root;
}
