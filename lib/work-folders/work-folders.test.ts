import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { compareFolders } from './compare-folders';
import { findWorkFolder, openWorkFolder, passWorkFolder, removeWorkFolders, slotsWithFolder } from './work-folders';

let dataDir = '';
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'massgen-folders-'));
  vi.stubEnv('DATA_DIR', dataDir);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

const conversationId = 'conversation';
const at = (runId: string, slot = 'A') => ({ conversationId, runId, slot });

it('a turn goes on with the folder of the turn before on its branch, of which a copy stays, and is compared with it', async () => {
  const first = await openWorkFolder(at('run-1'), []);
  writeFileSync(join(first.files, 'kept.txt'), 'kept');
  writeFileSync(join(first.files, 'log.txt'), 'one');
  writeFileSync(join(first.files, 'old.txt'), 'old');
  symlinkSync('kept.txt', join(first.files, 'same'));
  symlinkSync('kept.txt', join(first.files, 'turned'));
  expect(await openWorkFolder(at('run-1'), [])).toEqual(first);

  const second = await openWorkFolder(at('run-3'), ['run-2', 'run-1']);
  expect(second.files).toBe(first.files);
  writeFileSync(join(second.files, 'log.txt'), 'two');
  writeFileSync(join(second.files, 'new.txt'), 'new');
  rmSync(join(second.files, 'old.txt'));
  rmSync(join(second.files, 'turned'));
  symlinkSync('logs.txt', join(second.files, 'turned'));
  const before = await findWorkFolder(at('run-1'));
  expect(before?.files).toBe(second.baseline);
  expect(readFileSync(join(before?.files ?? '', 'log.txt'), 'utf8')).toBe('one');
  const { files } = await compareFolders(second);
  expect(files.map(({ path, status }) => `${status} ${path}`)).toEqual([
    'same kept.txt',
    'changed log.txt',
    'added new.txt',
    'deleted old.txt',
    'same same',
    'changed turned',
  ]);
});

it('a folder that passes to the next turn leaves a copy to every turn that refers to it', async () => {
  const live = await openWorkFolder(at('run-4', 'B'), []);
  writeFileSync(join(live.files, 'log.txt'), 'one');
  const branch = await openWorkFolder(at('run-5', 'B'), ['run-4'], (folder) => folder === live.files);
  expect(branch.files).not.toBe(live.files);
  const next = await passWorkFolder(at('run-4', 'B'), 'run-6');
  expect(next.files).toBe(live.files);
  writeFileSync(join(next.files, 'log.txt'), 'two');
  for (const folder of [
    (await findWorkFolder(at('run-4', 'B')))?.files,
    (await findWorkFolder(at('run-5', 'B')))?.baseline,
  ]) {
    expect(readFileSync(join(folder ?? '', 'log.txt'), 'utf8')).toBe('one');
  }
  expect(readFileSync(join(branch.files, 'log.txt'), 'utf8')).toBe('one');
  expect((await compareFolders(next)).files).toMatchObject([{ path: 'log.txt', status: 'changed' }]);
});

it('of branches that go on from one turn at the same moment, one has its folder and the others have copies', async () => {
  const first = await openWorkFolder(at('run-7', 'C'), []);
  writeFileSync(join(first.files, 'log.txt'), 'one');
  const runs = ['run-8', 'run-9', 'run-10'];
  const branches = await Promise.all(runs.map((run) => openWorkFolder(at(run, 'C'), ['run-7'])));
  expect(new Set(branches.map(({ files }) => files)).size).toBe(3);
  for (const [index, { files }] of branches.entries()) writeFileSync(join(files, 'log.txt'), `${index}`);
  for (const [index, run] of runs.entries()) {
    const folder = await findWorkFolder(at(run, 'C'));
    expect(readFileSync(join(folder?.files ?? '', 'log.txt'), 'utf8')).toBe(`${index}`);
    expect(readFileSync(join(folder?.baseline ?? '', 'log.txt'), 'utf8')).toBe('one');
  }
});

it('slots with a folder are known, and everything goes with the conversation', async () => {
  await openWorkFolder(at('run-4'), []);
  expect(await slotsWithFolder({ conversationId, runId: 'run-4' })).toEqual(['A', 'B']);
  expect(await slotsWithFolder({ conversationId: 'other', runId: 'run-4' })).toEqual([]);
  await removeWorkFolders(conversationId);
  expect(existsSync(join(dataDir, 'work', conversationId))).toBe(false);
  expect(await findWorkFolder(at('run-4'))).toBeNull();
});
