import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedDatabase, openEmbeddedDatabase } from './embedded-database';

/** More often than a statement must come before it is prepared. */
const TIMES = 6;

let folder = '';
let db: EmbeddedDatabase;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'massgen-rollback-'));
  db = await openEmbeddedDatabase(folder, []);
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a rollback that fails does not hide why it was needed, and ends the connection', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    await expect(db.transaction(() => Promise.reject(new Error('not this time')))).rejects.toThrow('not this time');
  }
  const failing = db.transaction(async (tx) => {
    // The prepared rollback is gone with all others, so it fails.
    await tx.query('deallocate all');
    await tx.query('select 1 / 0');
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  await expect(db.query('select 1')).rejects.toMatchObject({
    message: expect.stringContaining('could not be rolled back'),
    cause: { code: '26000' },
  });
});
