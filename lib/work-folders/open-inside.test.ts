import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listFolder } from './list-folder';
import { openInside } from './open-inside';

let outer = '';
let root = '';

const server = createServer();

beforeAll(async () => {
  outer = mkdtempSync(join(tmpdir(), 'massgen-inside-'));
  root = join(outer, 'files');
  mkdirSync(join(root, 'deep', 'er'), { recursive: true });
  writeFileSync(join(outer, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'deep', 'er', 'a b%.txt'), 'content');
  symlinkSync(join(outer, 'secret.txt'), join(root, 'link.txt'));
  symlinkSync(outer, join(root, 'out'));
  symlinkSync('er', join(root, 'deep', 'inner'));
  await new Promise<void>((resolve) => server.listen(join(root, 'socket'), resolve));
});
afterAll(() => {
  server.close();
  rmSync(outer, { recursive: true, force: true });
});

it('opens a file of the folder, also through a link that stays inside', async () => {
  for (const path of ['deep/er/a b%.txt', 'deep/inner/a b%.txt']) {
    const file = await openInside(root, path);
    expect(await file?.readFile('utf8'), path).toBe('content');
    await file?.close();
  }
});

it.each([
  '../secret.txt',
  'deep/../../secret.txt',
  '/etc/hostname',
  'link.txt',
  'out/secret.txt',
  'out/files/deep/er/a b%.txt/..',
  'socket',
  'deep',
  'none.txt',
  'none/none.txt',
  'link.txt/x',
  '',
  '.',
  'a\0b',
])('opens nothing for %j', async (path) => {
  expect(await openInside(root, path)).toBeNull();
});

it('lists links without following them, and no sockets', async () => {
  const { files, isCut } = await listFolder(root);
  expect([...files.values()].map(({ path, kind }) => `${kind} ${path}`).sort()).toEqual([
    'file deep/er/a b%.txt',
    'link deep/inner',
    'link link.txt',
    'link out',
  ]);
  expect(isCut).toBe(false);
});
