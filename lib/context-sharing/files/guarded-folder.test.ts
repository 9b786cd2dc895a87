import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readFile, readLink, walkFolder } from './guarded-folder.mjs';

let outer = '';
let root = '';
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'massgen-guarded-'));
  root = join(outer, 'files');
  for (const [folder, content] of [
    [join(root, 'inner'), 'own'],
    [join(outer, 'elsewhere'), 'secret'],
  ] as const) {
    mkdirSync(folder, { recursive: true });
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), content);
    symlinkSync(content, join(folder, 'link'));
  }
  writeFileSync(join(outer, 'elsewhere', 'c.txt'), 'secret');
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

/** What an agent can do at any moment. */
function turnIntoLink(): void {
  renameSync(join(root, 'inner'), join(outer, 'away'));
  symlinkSync('../elsewhere', join(root, 'inner'));
}

it('does not enter a folder that has become a link after it was found', () => {
  const paths: string[] = [];
  const leave = (name: string) => {
    if (name === 'inner') turnIntoLink();
    return false;
  };
  expect(walkFolder(root, leave, (path: string) => paths.push(path))).toBe(true);
  expect(paths).toEqual([]);
});

it.skipIf(process.platform !== 'linux')('goes on in the folder that it has entered', () => {
  const sizes: string[] = [];
  walkFolder(
    root,
    () => false,
    (path: string, { size }: { size: number }) => {
      if (sizes.length === 0) turnIntoLink();
      sizes.push(`${path} ${size}`);
    },
  );
  expect(sizes.sort()).toEqual(['inner/a.txt 3', 'inner/b.txt 3', 'inner/link 3']);
});

it('reads nothing through a link', () => {
  expect(Buffer.from(readFile(root, 'inner/a.txt', 10)?.content ?? []).toString()).toBe('own');
  expect(String(readLink(root, 'inner/link'))).toBe('own');
  turnIntoLink();
  symlinkSync('../elsewhere/a.txt', join(root, 'a.txt'));
  expect(readFile(root, 'inner/a.txt', 10)).toBeNull();
  expect(readLink(root, 'inner/link')).toBeNull();
  expect(readFile(root, 'a.txt', 10)).toBeNull();
});

it('takes only files', () => {
  expect(readFile(root, 'inner', 10)).toBeNull();
  expect(readFile(root, 'none/a.txt', 10)).toBeNull();
  expect(readLink(root, 'inner/a.txt')).toBeNull();
  expect(readFile(root, 'inner/a.txt', 2)).toMatchObject({ content: null, isSettled: true });
});
