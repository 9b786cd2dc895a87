/**
 * (l) What a turn costs whose working folder has 2,000 files and 50 MB, of which 20 change: keeping the folder for the turn before,
 * against copying it whole, which each turn did before.
 */
import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { cp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkFolder, passWorkFolder } from '@/lib/work-folders/work-folders';
import { finishReport, report } from './support/report';
import { median } from './support/statistics';

const FILES = 2_000;
const FILE_BYTES = 25_000;
const CHANGED = 20;
const TURNS = 7;
const MB = 1024 ** 2;

process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
const at = (turn: number) => ({ conversationId: 'bench', runId: `run-${turn}`, slot: 'A' });
const { files: live } = await openWorkFolder(at(0), []);
const nameOf = (index: number) => join(live, `folder-${index % 40}`, `file-${index}.txt`);
for (let index = 0; index < FILES; index += 1) {
  mkdirSync(join(live, `folder-${index % 40}`), { recursive: true });
  writeFileSync(nameOf(index), `${index} `.padEnd(FILE_BYTES, 'x'));
}

/** Of the blocks that files take, each inode once. */
async function bytesOnDisk(folder: string): Promise<number> {
  const seen = new Map<number, number>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const { ino, blocks } = statSync(join(entry.parentPath, entry.name));
    if (entry.isFile()) seen.set(ino, blocks * 512);
  }
  return [...seen.values()].reduce((sum, bytes) => sum + bytes, 0);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const root = join(process.env.DATA_DIR, 'work', 'bench');
const copies: number[] = [];
for (let copy = 0; copy < 3; copy += 1) {
  const to = join(process.env.DATA_DIR, `copy-${copy}`);
  copies.push(await timed(() => cp(live, to, { recursive: true, preserveTimestamps: true })));
}
const first = await timed(() => passWorkFolder(at(0), 'run-1'));
const before = await bytesOnDisk(root);
const turns: number[] = [];
for (let turn = 1; turn <= TURNS; turn += 1) {
  for (let index = 0; index < CHANGED; index += 1)
    writeFileSync(nameOf(turn * CHANGED + index), `turn ${turn} `.padEnd(FILE_BYTES, 'y'));
  turns.push(await timed(() => passWorkFolder(at(turn), `run-${turn + 1}`)));
}
const grown = ((await bytesOnDisk(root)) - before) / MB / TURNS;

const limit = median(copies);
report({ name: 'first turn: everything is copied', value: first, unit: 'ms', limit });
report({ name: 'each later turn, 20 of 2,000 files changed', value: median(turns), unit: 'ms', limit, target: limit });
report({
  name: 'each later turn takes on the disk',
  value: grown,
  unit: 'MB',
  limit: (FILES * FILE_BYTES) / MB,
  target: 2,
});
finishReport();
