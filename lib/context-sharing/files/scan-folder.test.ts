import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { indexOfFiles } from './index-of-files';
import { scanFolder } from './scan-folder';
import { BlobBox } from './testing/blob-box';

let outer = '';
let root = '';
let box = new BlobBox();
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'massgen-scan-'));
  root = join(outer, 'files');
  mkdirSync(root);
  box = new BlobBox();
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

const text = async (hash: string | null) => Buffer.from(await box.read(hash ?? '')).toString();
const names = (files: { kind: string; path: string }[]) => files.map(({ kind, path }) => `${kind} ${path}`);

it('reports what is new, changed and removed, sorted by path, and gives each content once', async () => {
  write('b.txt', 'same');
  write('a/deep/c.txt', 'same');
  write('a.txt', 'old');
  const first = await scanFolder(root, null, box.keep);
  expect(names(first.changed)).toEqual(['file a.txt', 'file a/deep/c.txt', 'file b.txt']);
  expect(first.index.files).toEqual(first.changed);
  expect(box.blobs.size).toBe(2);

  write('a.txt', 'new');
  write('new.txt', 'same');
  rmSync(join(root, 'b.txt'));
  chmodSync(join(root, 'a/deep/c.txt'), 0o755);
  const second = await scanFolder(root, first.index, box.keep);
  expect(names(second.changed)).toEqual(['file a.txt', 'file a/deep/c.txt', 'removed b.txt', 'file new.txt']);
  expect(await text(second.changed[0]!.hash)).toBe('new');
  expect(second.changed[1]).toMatchObject({ mode: 0o755, hash: first.changed[1]!.hash });
  expect(second.changed[2]).toEqual({ path: 'b.txt', hash: null, bytes: 0, mode: 0, kind: 'removed' });
  expect(names(second.index.files)).toEqual(['file a.txt', 'file a/deep/c.txt', 'file new.txt']);
  expect((await scanFolder(root, second.index, box.keep)).changed).toEqual([]);
});

it('finds a change of the same size whose time of writing was set back', async () => {
  write('a.txt', 'one');
  utimesSync(join(root, 'a.txt'), 1_000, 1_000);
  const { index } = await scanFolder(root, null, box.keep);
  write('a.txt', 'two');
  utimesSync(join(root, 'a.txt'), 1_000, 1_000);
  const { changed } = await scanFolder(root, index, box.keep);
  expect(await text(changed[0]!.hash)).toBe('two');
});

it('does not trust the times of a file that has just been written', async () => {
  write('a.txt', 'one');
  const { index } = await scanFolder(root, null, box.keep);
  expect([...index.stats]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

it('goes by times and inode where they are known', async () => {
  write('a.txt', 'one');
  const { index } = await scanFolder(root, null, box.keep);
  const { mtimeMs, ctimeMs, ino } = lstatSync(join(root, 'a.txt'));
  // What is believed of the content is not looked up, so it is not corrected either.
  const believed = { files: [{ ...index.files[0]!, hash: 'believed' }], stats: Float64Array.of(mtimeMs, ctimeMs, ino) };
  expect(await scanFolder(root, believed, box.keep)).toEqual({ index: believed, changed: [] });
  renameSync(join(root, 'a.txt'), join(root, 'b.txt'));
  write('a.txt', 'two');
  expect(names((await scanFolder(root, believed, new BlobBox().keep)).changed)).toEqual(['file a.txt', 'file b.txt']);
});

it('reads everything again for files without times, and reports only what differs', async () => {
  write('a.txt', 'a');
  write('b.txt', 'b');
  const { index } = await scanFolder(root, null, box.keep);
  write('b.txt', 'c');
  const scan = await scanFolder(root, indexOfFiles([...index.files].reverse()), box.keep);
  expect(names(scan.changed)).toEqual(['file b.txt']);
  expect(box.blobs.size).toBe(3);
});

it('keeps links as links, and follows none', async () => {
  writeFileSync(join(outer, 'secret.txt'), 'secret');
  symlinkSync('/etc/passwd', join(root, 'passwd'));
  symlinkSync('..', join(root, 'out'));
  symlinkSync('nowhere', join(root, 'broken'));
  const { changed } = await scanFolder(root, null, box.keep);
  expect(names(changed)).toEqual(['link broken', 'link out', 'link passwd']);
  expect(await Promise.all(changed.map(({ hash }) => text(hash)))).toEqual(['nowhere', '..', '/etc/passwd']);
  expect(box.blobs.size).toBe(3);
});

it('does not enter a working folder that has become a link', async () => {
  symlinkSync('/etc', join(outer, 'link'));
  await expect(scanFolder(join(outer, 'link'), null, box.keep)).rejects.toThrow('is no folder any more');
  await expect(scanFolder(join(outer, 'none'), null, box.keep)).rejects.toThrow('is not there');
});

it('leaves out what tools fill, pipes and sockets, and of large files says only that they are there', async () => {
  for (const folder of ['node_modules', '.git', 'src/.venv', 'src/__pycache__']) write(`${folder}/x`, 'x');
  write('node_modules.txt', 'x');
  write('large.bin', '');
  truncateSync(join(root, 'large.bin'), 10_000_001);
  execFileSync('mkfifo', [join(root, 'pipe')]);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(root, 'socket'), resolve));
  const { index, changed } = await scanFolder(root, null, box.keep);
  server.close();
  expect(names(changed)).toEqual(['tooLarge large.bin', 'file node_modules.txt']);
  expect(changed[0]).toMatchObject({ hash: null, bytes: 10_000_001 });
  expect(box.blobs.size).toBe(1);
  expect((await scanFolder(root, index, box.keep)).changed).toEqual([]);
});

it('gives contents in batches of 4 MB, one after the other', async () => {
  for (let number = 0; number < 5; number += 1) write(`${number}.bin`, randomBytes(1_500_000));
  write('9.bin', randomBytes(9_000_000));
  let working = 0;
  await scanFolder(root, null, async (blobs) => {
    working += 1;
    expect(working).toBe(1);
    await new Promise(setImmediate);
    await box.keep(blobs);
    working -= 1;
  });
  expect(box.batches).toEqual([3_000_000, 3_000_000, 1_500_000, 9_000_000]);
});

it('throws what keep throws, and can scan again', async () => {
  write('a.txt', 'a');
  const full = () => Promise.reject(new Error('full'));
  await expect(scanFolder(root, null, full)).rejects.toThrow('full');
  expect(names((await scanFolder(root, null, box.keep)).changed)).toEqual(['file a.txt']);
});

it('refuses a folder beyond the limits before anything is kept', async () => {
  write('a.txt', 'a');
  for (let number = 0; number < 101; number += 1) {
    write(`large/${number}`, '');
    truncateSync(join(root, `large/${number}`), 10_000_000);
  }
  await expect(scanFolder(root, null, box.keep)).rejects.toMatchObject({
    code: 'too_large',
    message: 'The working folder is too large to be kept: it holds more than 1 GB.',
  });
  rmSync(join(root, 'large'), { recursive: true });
  mkdirSync(join(root, Array(64).fill('d').join('/')), { recursive: true });
  await expect(scanFolder(root, null, box.keep)).rejects.toThrow('nested more than 64 deep');
  expect(box.blobs.size).toBe(0);
});

it('refuses more files than that', async () => {
  execFileSync('sh', ['-c', 'seq 0 20000 | xargs touch'], { cwd: root });
  await expect(scanFolder(root, null, box.keep)).rejects.toThrow('it holds more than 20000 files');
});

it('never has a hash that does not fit its content while the folder changes', async () => {
  for (let number = 0; number < 300; number += 1) write(`f${number}`, randomBytes(2_000));
  let index = (await scanFolder(root, null, box.keep)).index;
  let isOver = false;
  const scans = (async () => {
    for (let round = 0; round < 10; round += 1) index = (await scanFolder(root, index, box.keep)).index;
  })().finally(() => {
    isOver = true;
  });
  for (let step = 0; !isOver; step += 1) {
    const path = join(root, `f${step % 300}`);
    if (step % 3 === 0) rmSync(path, { force: true });
    // Never so short that another file, or an earlier one, has the same content by chance.
    else appendFileSync(path, randomBytes(16 + (step % 5_000)));
    // A pause in which the thread comes to read, on a busy machine too.
    if (step % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await scans;
  const last = await scanFolder(root, index, box.keep);
  expect((await scanFolder(root, last.index, box.keep)).changed).toEqual([]);
  for (const { hash, bytes } of last.index.files) expect(await box.read(hash ?? '')).toHaveLength(bytes);
});
