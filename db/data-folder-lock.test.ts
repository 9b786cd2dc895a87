import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { DataFolderLockedError } from './data-folder-locked-error';
import { lockDataFolder } from './lock-data-folder';

const dataDir = mkdtempSync(join(tmpdir(), 'massgen-lock-'));
const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

function start(...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/ts-hooks.mjs', 'db/testing/write-until-killed.ts', ...args],
    {
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    },
  );
  children.push(child);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return {
    child,
    exit: once(child, 'close'),
    errors: () => errors,
    lines: () => output.split('\n').slice(0, -1),
    until: async (lines: number) => {
      while (output.split('\n').length <= lines) {
        if (child.exitCode !== null) throw new Error(`The process ended: ${errors}`);
        await once(child.stdout, 'data');
      }
    },
  };
}

it('refuses a second process, and survives kill -9 of the first with every committed row', async () => {
  const first = start();
  await first.until(200);

  const second = start('once');
  expect(await second.exit).toEqual([1, null]);
  expect(second.lines()).toEqual([]);
  expect(second.errors()).toContain(
    `DataFolderLockedError: Another MassGen server is using the data folder ${dataDir}`,
  );
  expect(() => lockDataFolder(dataDir)).toThrow(DataFolderLockedError);

  first.child.kill('SIGKILL');
  await first.exit;
  const committed = Number(first.lines().at(-1));

  const third = start('once');
  expect(await third.exit).toEqual([0, null]);
  const found = Number(third.lines()[0]?.replace('open ', ''));
  // The row after the last one that was printed may be committed too.
  expect([committed, committed + 1]).toContain(found);
}, 180_000);

it('leaves no half-made database behind', () => {
  expect(readdirSync(dataDir).sort()).toEqual(['lock', 'pg']);
});

it('gives the folder back when it is released', () => {
  const unlock = lockDataFolder(dataDir);
  expect(() => lockDataFolder(dataDir)).toThrow(DataFolderLockedError);
  unlock();
  lockDataFolder(dataDir)();
});
