import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freezeFolder, noteFrozen } from './freeze-folder';

let root: string;
let live: string;
const path = (...names: string[]) => join(root, ...names);
const read = (...names: string[]) => readFileSync(path(...names), 'utf8');
const inode = (...names: string[]) => lstatSync(path(...names)).ino;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'massgen-freeze-'));
  live = path('live');
  mkdirSync(path('live', 'src'), { recursive: true });
  writeFileSync(path('live', 'src', 'kept.txt'), 'kept');
  writeFileSync(path('live', 'log.txt'), 'one');
  writeFileSync(path('live', 'run.sh'), 'exit 0');
  chmodSync(path('live', 'run.sh'), 0o750);
  symlinkSync('src/kept.txt', path('live', 'link'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Until a further change would bear another time. */
async function settle(): Promise<void> {
  const changed = Math.max(
    ...['src/kept.txt', 'log.txt', 'run.sh'].map((name) => lstatSync(path('live', name)).ctimeMs),
  );
  await vi.waitFor(() => expect(Date.now() - changed).toBeGreaterThan(60), { interval: 10 });
}

test('a kept copy has everything, with its times and permissions', async () => {
  utimesSync(path('live', 'log.txt'), 1_000_000, 2_000_000);
  await freezeFolder(live, path('one'));
  expect([read('one', 'src', 'kept.txt'), read('one', 'log.txt')]).toEqual(['kept', 'one']);
  expect(lstatSync(path('one', 'log.txt')).mtimeMs).toBe(2_000_000_000);
  expect(lstatSync(path('one', 'run.sh')).mode & 0o777).toBe(0o750);
  expect(readlinkSync(path('one', 'link'))).toBe('src/kept.txt');
});

test('what has not changed is stored once for all copies, and never together with the working folder', async () => {
  await settle();
  await freezeFolder(live, path('one'));
  // In place, as a program does that keeps its file open.
  appendFileSync(path('live', 'log.txt'), ', two');
  await settle();
  await freezeFolder(live, path('two'));
  appendFileSync(path('live', 'log.txt'), ', three');
  appendFileSync(path('live', 'src', 'kept.txt'), '!');
  expect([read('one', 'log.txt'), read('two', 'log.txt')]).toEqual(['one', 'one, two']);
  expect([read('one', 'src', 'kept.txt'), read('two', 'src', 'kept.txt')]).toEqual(['kept', 'kept']);
  expect(inode('two', 'src', 'kept.txt')).toBe(inode('one', 'src', 'kept.txt'));
  expect(inode('two', 'log.txt')).not.toBe(inode('one', 'log.txt'));
  expect(inode('live', 'src', 'kept.txt')).not.toBe(inode('two', 'src', 'kept.txt'));
});

test('a change that hides behind the same size and time is still seen', async () => {
  await settle();
  await freezeFolder(live, path('one'));
  const { atimeMs, mtimeMs } = lstatSync(path('live', 'log.txt'));
  writeFileSync(path('live', 'log.txt'), 'ONE');
  utimesSync(path('live', 'log.txt'), atimeMs / 1000, mtimeMs / 1000);
  await settle();
  await freezeFolder(live, path('two'));
  expect([read('one', 'log.txt'), read('two', 'log.txt')]).toEqual(['one', 'ONE']);
});

test('what has changed just now is not taken for known, and neither is anything without a readable note', async () => {
  await freezeFolder(live, path('one'));
  await freezeFolder(live, path('two'));
  expect(inode('two', 'log.txt')).not.toBe(inode('one', 'log.txt'));
  await settle();
  await freezeFolder(live, path('three'));
  writeFileSync(`${live}.stamps`, '{"frozen":');
  await freezeFolder(live, path('four'));
  expect(read('four', 'log.txt')).toBe('one');
  expect(inode('four', 'log.txt')).not.toBe(inode('three', 'log.txt'));
  // The copy to link to is gone.
  rmSync(path('four'), { recursive: true });
  await freezeFolder(live, path('five'));
  expect(read('five', 'log.txt')).toBe('one');
});

test('a folder that was made from a copy shares with it when it is kept', async () => {
  await freezeFolder(live, path('one'));
  await settle();
  await noteFrozen(live, path('one'));
  appendFileSync(path('live', 'run.sh'), '0');
  await freezeFolder(live, path('two'));
  expect(inode('two', 'log.txt')).toBe(inode('one', 'log.txt'));
  expect([read('one', 'run.sh'), read('two', 'run.sh')]).toEqual(['exit 0', 'exit 00']);
});
