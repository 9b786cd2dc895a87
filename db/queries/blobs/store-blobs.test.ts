import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDb } from '../../client';
import { testDatabaseKinds, useTestDatabase } from '../../testing/use-test-database';
import type { Db } from '../../types/database';
import { deleteUnusedBlobs } from './delete-unused-blobs';
import { readBlobs } from './read-blobs';
import { storeBlobs } from './store-blobs';

describe.each(testDatabaseKinds())('many blobs on %s', (kind) => {
  useTestDatabase(kind);
  let db: Db;

  beforeAll(async () => {
    db = await getDb();
  });

  function random(bytes: number) {
    const content = randomBytes(bytes);
    return { hash: createHash('sha256').update(content).digest('hex'), content };
  }
  const sizes = (blobs: { hash: string; content: Buffer }[]) =>
    new Map(blobs.map(({ hash, content }) => [hash, content.byteLength]));

  test('come back as they were, whatever their sizes, and are stored once', async () => {
    const lengths = [0, 1, 65_536, 65_537, 262_144, 262_145, 1_000_000, ...Array<number>(600).fill(700)];
    const blobs = lengths.map(random);
    const bytes = lengths.reduce((sum, length) => sum + length);
    expect(await storeBlobs(db, [...blobs, ...blobs.slice(0, 9)])).toBe(bytes);
    expect(await storeBlobs(db, [...blobs.slice(5), random(3)])).toBe(3);
    const read = await readBlobs(db, sizes([...blobs, random(5)]));
    expect(read.size).toBe(blobs.length);
    for (const { hash, content } of blobs) expect(read.get(hash)?.equals(content)).toBe(true);
    const { rows } = await db.execute(sql`select sum(bytes)::int as bytes from blob`);
    expect(rows).toEqual([{ bytes: bytes + 3 }]);
  });

  test('that are known are young again, so that they stay while what refers to them is written', async () => {
    const [kept, gone] = [random(100), random(100)];
    await storeBlobs(db, [kept, gone]);
    await db.execute(sql`update blob set stored_at = now() - interval '25 hours'`);
    expect(await storeBlobs(db, [kept])).toBe(0);
    await deleteUnusedBlobs(24);
    expect([...(await readBlobs(db, sizes([kept, gone]))).keys()]).toEqual([kept.hash]);
    expect(await storeBlobs(db, [kept, gone])).toBe(100);
  });

  test('stored by several at once are complete', async () => {
    const blobs = Array.from({ length: 300 }, () => random(500));
    await Promise.all([blobs, blobs.toReversed(), blobs.slice(100)].map((some) => storeBlobs(db, some)));
    const read = await readBlobs(db, sizes(blobs));
    for (const { hash, content } of blobs) expect(read.get(hash)?.equals(content)).toBe(true);
  });

  test('leave the event loop to others between their statements', async () => {
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await storeBlobs(
      db,
      Array.from({ length: 512 }, () => random(4_096)),
    );
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(8);
  });
});
