import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { releaseThread, takeThread } from './database-threads';
import { openEmbeddedDatabase } from './embedded-database';

/** More often than a statement must come before it is prepared. */
const TIMES = 6;
const CLOSED = 'The embedded database is closed.';
const folders = ['one', 'two'].map((name) => mkdtempSync(join(tmpdir(), `massgen-${name}-`)));
// Making a database takes seconds.
beforeAll(async () => {
  for (const folder of folders) await (await openEmbeddedDatabase(folder, [])).close();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

it('one database after the other in the same thread: each has its own, and what is closed stays closed', async () => {
  const closed: (() => Promise<unknown>)[] = [];
  for (const [folder = '', column] of [
    [folders[0], 'integer'],
    [folders[1], 'text'],
    [folders[0], 'integer'],
  ]) {
    const db = await openEmbeddedDatabase(folder, []);
    await db.exec(`create table if not exists thing (value ${column}); insert into thing values ('1')`);
    for (let time = 0; time < TIMES; time += 1) {
      const { rows } = await db.query('select value from thing limit 1');
      expect(rows).toEqual([{ value: column === 'text' ? '1' : 1 }]);
    }
    await db.close();
    closed.push(() => db.query('select 1'));
  }
  const last = await openEmbeddedDatabase(folders[1] ?? '', []);
  for (const ask of closed) await expect(ask()).rejects.toThrow(CLOSED);
  expect((await last.query('select count(*)::int as count from thing')).rows).toEqual([{ count: 1 }]);
  await last.close();
});

it('a folder that is no database is refused, and the next one opens', async () => {
  await expect(openEmbeddedDatabase('/dev/null/pg', [])).rejects.toThrow(/ENOTDIR|not a directory/i);
  const db = await openEmbeddedDatabase(folders[0] ?? '', []);
  expect((await db.query('select count(*)::int as count from thing')).rows).toEqual([{ count: 2 }]);
  await db.close();
});

it('a thread that ended while it was idle is not taken', async () => {
  const ended = takeThread();
  releaseThread(ended);
  await ended.terminate();
  const db = await openEmbeddedDatabase(folders[0] ?? '', []);
  expect((await db.query('select count(*)::int as count from thing')).rows).toEqual([{ count: 2 }]);
  await db.close();
});
