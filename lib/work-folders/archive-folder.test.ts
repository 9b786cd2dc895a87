import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { archiveFolder, MAX_ARCHIVE_BYTES } from './archive-folder';
import { listFolder } from './list-folder';
import { readZip } from './testing/read-zip';

let outer = '';
let root = '';

beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'massgen-archive-'));
  root = join(outer, 'files');
  mkdirSync(join(root, 'deep', 'er'), { recursive: true });
  writeFileSync(join(outer, 'secret.txt'), 'secret');
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

async function archived(paths?: string[]) {
  const listed = paths ?? [...(await listFolder(root)).files.keys()];
  const entries = readZip(await buffer(archiveFolder(root, listed)));
  return new Map(entries.map((entry) => [entry.name, entry]));
}

/** Files of the folder that this process holds open. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd')
    .map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return '';
      }
    })
    .filter((path) => path.startsWith(root));
}

describe('the archive of a folder', () => {
  it('holds every file byte for byte, with its name and whether it can be run', async () => {
    const files: Record<string, Buffer> = {
      'a.txt': Buffer.from('text\n'.repeat(10_000)),
      'deep/er/ünï 文 %.bin': randomBytes(3_000_000),
      'deep/empty': Buffer.alloc(0),
      'run.sh': Buffer.from('#!/bin/sh\n'),
      'deep/zeros': Buffer.alloc(1_000_000),
    };
    for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content);
    chmodSync(join(root, 'run.sh'), 0o4755);
    utimesSync(join(root, 'a.txt'), 0, 0);
    const entries = await archived();
    expect([...entries.keys()].sort()).toEqual(Object.keys(files).sort());
    for (const [path, content] of Object.entries(files)) {
      expect(entries.get(path)?.content.equals(content), path).toBe(true);
    }
    expect(entries.get('run.sh')?.mode).toBe(0o100755);
  });

  it('never leads out: links are left out, also those that a file becomes after it was listed', async () => {
    writeFileSync(join(root, 'kept.txt'), 'kept');
    writeFileSync(join(root, 'deep', 'secret.txt'), 'mine');
    symlinkSync(join(outer, 'secret.txt'), join(root, 'link.txt'));
    symlinkSync(outer, join(root, 'out'));
    const listed = [...(await listFolder(root)).files.keys()];
    expect(listed).toContain('link.txt');
    renameSync(join(root, 'deep'), join(outer, 'deep'));
    symlinkSync(outer, join(root, 'deep'));
    const entries = await archived([...listed, '../secret.txt', 'out/secret.txt', '/etc/hostname']);
    expect([...entries.keys()]).toEqual(['kept.txt']);
  });

  it('names that mean something else in an archive stay names', async () => {
    writeFileSync(join(root, '..\\..\\evil.txt'), 'a');
    writeFileSync(join(root, 'C:evil.txt'), 'b');
    expect([...(await archived()).keys()].sort()).toEqual(['..%5C..%5Cevil.txt', 'C%3Aevil.txt']);
  });

  it('of an empty folder is an empty archive', async () => {
    expect((await archived()).size).toBe(0);
  });

  it('breaks off rather than grow beyond the limit', async () => {
    writeFileSync(join(root, 'huge'), '');
    truncateSync(join(root, 'huge'), MAX_ARCHIVE_BYTES + 1);
    await expect(archived()).rejects.toMatchObject({ code: 'too_large' });
  });

  it.skipIf(process.platform !== 'linux')('lets go of its files when nobody takes it any more', async () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(join(root, name), randomBytes(2_000_000));
    const archive = archiveFolder(root, ['a', 'b', 'c']);
    await new Promise((resolve) => archive.once('readable', resolve));
    expect(openFiles()).toHaveLength(1);
    archive.destroy();
    await vi.waitFor(() => expect(openFiles()).toEqual([]));
  });
});
