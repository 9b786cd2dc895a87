import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const LOOK_AGAIN_MS = 250;
/** Clocks are set while a machine runs. */
const CLOCK_ERROR_MS = 60_000;

/** What this process has taken, @type {Set<string>} */
const held = new Set();

/**
 * Does something to the installed packages or the build while no other start in this folder does: two would destroy each other's work.
 * The lock is a file with the id of the process that has it; one that was left by a process that is gone does not count,
 * also where its id is another's by now: this one's own, as in a container that begins again, or one of after the last start of the machine.
 * @template T
 * @param {string} root the repository
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(root, work) {
  const lock = join(root, '.setup-lock');
  const mine = `${process.pid} ${randomUUID()}`;
  const ticket = `${lock}.${mine.split(' ')[1]}`;
  writeFileSync(ticket, mine);
  try {
    let isTold = false;
    while (!take(ticket, lock)) {
      const holder = read(lock);
      if (holder !== null && isLeftBehind(lock, holder)) discard(lock, holder, `${ticket}.gone`);
      else {
        if (!isTold) console.log(waitingText(holder));
        isTold = true;
        await setTimeout(LOOK_AGAIN_MS);
      }
    }
    held.add(mine);
    try {
      return await work();
    } finally {
      held.delete(mine);
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(ticket, { force: true });
  }
}

/** A link is made by one only, and with its content. @param {string} ticket @param {string} lock */
function take(ticket, lock) {
  try {
    linkSync(ticket, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Removes the lock of a process that is gone, but not one that somebody else has put in its place meanwhile.
 * @param {string} lock @param {string} holder what it said @param {string} aside
 */
function discard(lock, holder, aside) {
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== holder) take(aside, lock);
  rmSync(aside, { force: true });
}

/** @param {string} lock @param {string} holder what it says */
function isLeftBehind(lock, holder) {
  const pid = Number.parseInt(holder, 10);
  if (pid === process.pid) return !held.has(holder);
  return !isAlive(pid) || writtenAt(lock) < Date.now() - uptime() * 1000 - CLOCK_ERROR_MS;
}

/** @param {string} path @returns {number} in ms; without an end where it is gone */
function writtenAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

/** @param {string | null} holder */
function waitingText(holder) {
  const who = holder === null ? '' : ` (process ${holder.split(' ')[0]})`;
  return `Waiting for another start in this folder${who} … If there is none, remove .setup-lock.`;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code;
