import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sweepWorkFolders } from './sweep-work-folders';

const KEPT = '01890000-0000-7000-8000-000000000001';
const GONE = '01890000-0000-7000-8000-000000000002';
const YOUNG = '01890000-0000-7000-8000-000000000003';
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'massgen-sweep-'));
  vi.stubEnv('DATA_DIR', dataDir);
  for (const id of [KEPT, GONE, YOUNG, 'something else']) {
    mkdirSync(join(dataDir, 'work', id), { recursive: true });
    writeFileSync(join(dataDir, 'work', id, 'file.txt'), id);
    if (id !== YOUNG) utimesSync(join(dataDir, 'work', id), 1_000_000, 1_000_000);
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

const there = () => [KEPT, GONE, YOUNG, 'something else'].map((id) => existsSync(join(dataDir, 'work', id)));
const known = async (ids: string[]) => new Set(ids.filter((id) => id === KEPT));

test('the folders of conversations that are gone go too, once they are old enough', async () => {
  expect(await sweepWorkFolders('a', known)).toBe(1);
  expect(there()).toEqual([true, false, true, true]);
});

test('the folders of another database stay', async () => {
  await sweepWorkFolders('a', async (ids) => new Set(ids));
  expect(await sweepWorkFolders('b', known)).toBe(0);
  expect(there()).toEqual([true, true, true, true]);
  expect(await sweepWorkFolders('a', known)).toBe(1);
});
