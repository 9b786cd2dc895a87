import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ContextFile } from '../context';
import { restoreFiles } from './restore-files';
import { scanFolder } from './scan-folder';
import { BlobBox } from './testing/blob-box';

let outer = '';
let box = new BlobBox();
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'massgen-restore-'));
  box = new BlobBox();
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

const step = fc.oneof(
  fc.constantFrom('a', 'b', 'src', '.env', 'ä ö', '%2e', '-', 'x.ts'),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((name) => !/[/\0]|^\.{1,2}$/.test(name) && Buffer.byteLength(name) <= 255),
);
const path = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('/'));
const content = fc.uint8Array({ maxLength: 3_000 });
const entry = fc.oneof(
  { weight: 4, arbitrary: fc.record({ path, content, mode: fc.constantFrom(0o644, 0o755, 0o600, 0o444) }) },
  { weight: 1, arbitrary: fc.record({ path, target: fc.constantFrom('/etc/passwd', '../..', 'a', 'nowhere') }) },
);

/** The entries whose path is not taken by, above or below an earlier one's: nothing is written through a link. */
function withoutCollisions<Entry extends { path: string }>(entries: Entry[]): Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries) {
    const collides = kept.some(
      ({ path }) => `${path}/`.startsWith(`${entry.path}/`) || `${entry.path}/`.startsWith(`${path}/`),
    );
    if (!collides) kept.push(entry);
  }
  return kept;
}

it('what a scan keeps, a restore makes again, byte for byte, with permissions and links', async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 12 }), async (entries) => {
      number += 1;
      const root = join(outer, `${number}`);
      mkdirSync(root);
      for (const item of withoutCollisions(entries)) {
        mkdirSync(join(root, item.path, '..'), { recursive: true });
        if ('target' in item) symlinkSync(item.target, join(root, item.path));
        else writeFileSync(join(root, item.path), item.content, { mode: item.mode, flag: 'wx' });
      }
      const mine = new BlobBox();
      const { index } = await scanFolder(root, null, mine.keep);
      const target = join(outer, `${number}-again`);
      await restoreFiles(index.files, target, mine.read);
      const again = await scanFolder(target, null, new BlobBox().keep);
      expect(again.index.files).toEqual(index.files);
    }),
    { numRuns: 60 },
  );
});

it('makes a link as it was, and writes nothing where it leads', async () => {
  writeFileSync(join(outer, 'secret.txt'), 'secret');
  const files = [
    box.file('passwd', '/etc/passwd', { kind: 'link', mode: 0 }),
    box.file('out', '../secret.txt', { kind: 'link', mode: 0 }),
    box.file('a.txt', 'a', { mode: 0o4755 }),
  ];
  await restoreFiles(files, join(outer, 'files'), box.read);
  const { index } = await scanFolder(join(outer, 'files'), null, new BlobBox().keep);
  expect(index.files.map(({ path, kind, mode }) => ({ path, kind, mode }))).toEqual([
    { path: 'a.txt', kind: 'file', mode: 0o755 },
    { path: 'out', kind: 'link', mode: 0 },
    { path: 'passwd', kind: 'link', mode: 0 },
  ]);
  expect(readFileSync(join(outer, 'secret.txt'), 'utf8')).toBe('secret');
});

it.each<[string, string[]]>([
  ['above the folder', ['../escaped']],
  ['above the folder on the way', ['a/../../escaped']],
  ['absolute', ['/tmp/escaped']],
  ['empty', ['']],
  ['the folder itself', ['.']],
  ['with an empty step', ['a//b']],
  ['with a zero byte', ['a\0b']],
  ['twice', ['a', 'a']],
  ['below another', ['link', 'link/deep/escaped']],
])('refuses a path that is %s', async (_, paths) => {
  const files = paths.map((path, index) =>
    index === 0 && paths.length > 1 ? box.file(path, '..', { kind: 'link' }) : box.file(path, 'x'),
  );
  await expect(restoreFiles(files, join(outer, 'files'), box.read)).rejects.toThrow('The files cannot be restored');
  expect(readdirSync(outer)).toEqual([]);
});

it('leaves nothing behind when a content is missing or not what was kept', async () => {
  const fine = box.file('a/b.txt', 'b');
  const missing: ContextFile = { ...fine, path: 'c.txt', hash: 'missing' };
  await expect(restoreFiles([fine, missing], join(outer, 'files'), box.read)).rejects.toThrow('There is no missing.');
  await expect(restoreFiles([{ ...fine, bytes: 7 }], join(outer, 'files'), box.read)).rejects.toThrow(
    'The content of a/b.txt is not what was kept.',
  );
  expect(readdirSync(outer)).toEqual([]);
});

it('takes an empty folder and no other', async () => {
  const target = join(outer, 'files');
  mkdirSync(target);
  await restoreFiles(
    [box.file('a.txt', 'a'), { ...box.file('big', ''), kind: 'tooLarge', hash: null }],
    target,
    box.read,
  );
  expect(readdirSync(target)).toEqual(['a.txt']);
  await expect(restoreFiles([box.file('b.txt', 'b')], target, box.read)).rejects.toThrow('ENOTEMPTY');
  expect(readdirSync(target)).toEqual(['a.txt']);
  expect(readdirSync(outer)).toEqual(['files']);
});
