import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import { ContextDamagedError } from '../context-damaged-error';
import { createContextStore } from './context-store';
import { draft, textFile, toolItem } from './testing/drafts';
import { seedConversation } from './testing/seed-conversation';

describe.each(testDatabaseKinds())('a damaged context on %s', (kind) => {
  useTestDatabase(kind);
  let db: Db;

  beforeAll(async () => {
    db = await getDb();
  });

  /** Two turns of a slot: the second's snapshot stands behind the first's. */
  async function seed() {
    const store = createContextStore(db);
    const { place, turn } = await seedConversation();
    const file = textFile('a', randomUUID());
    await store.keepBlobs(place, [file.blob]);
    const first = await turn();
    const items = () => [toolItem('t', randomUUID())];
    const old = (await store.save(first.slot('A'), draft({ items: items(), files: [file.file] }), 0)).head;
    const second = await turn(first.answerMessageId);
    const middle = (await store.save(second.slot('A'), draft({ parent: old, items: items() }), 0)).head;
    const head = (await store.save(second.slot('A'), draft({ parent: middle, seq: 2, items: items() }), 0)).head;
    const text = await store.saveText(place, `<peer_context>${randomUUID()}`);
    const itemsOf = async (hash: string) => JSON.parse(String(await store.blob(hash, head.id))).items.hash as string;
    return { old, middle, head, file: file.blob.hash, text, items: await itemsOf(middle.hash) };
  }
  type Seeded = Awaited<ReturnType<typeof seed>>;

  const flip = (hash: string): SQL =>
    sql`update blob_piece set bytes = set_byte(bytes, 5, get_byte(bytes, 5) # 1) where hash = ${hash}`;
  const drop = (hash: string): SQL => sql`delete from blob_piece where hash = ${hash}`;
  const row = (id: string, change: SQL): SQL => sql`update context_snapshot set ${change} where id = ${id}`;

  async function refused(reading: Promise<unknown>): Promise<ContextDamagedError> {
    const error = await reading.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ContextDamagedError);
    return error as ContextDamagedError;
  }

  test.each<[string, (seeded: Seeded) => SQL, 'old' | 'middle' | 'head']>([
    ['its manifest', ({ head }) => flip(head.hash), 'head'],
    ['its manifest, which is gone', ({ head }) => drop(head.hash), 'head'],
    ['what it did earlier in the run', ({ items }) => flip(items), 'middle'],
    ['what it did, which is gone', ({ items }) => drop(items), 'middle'],
    ['the manifest where its turn began', ({ old }) => flip(old.hash), 'old'],
    ['the row’s hash', ({ head, middle }) => row(head.id, sql`hash = ${middle.hash}`), 'head'],
    ['the hash of the row before it', ({ old, middle }) => row(middle.id, sql`hash = ${old.hash}`), 'middle'],
    ['the row’s parent', ({ old, head }) => row(head.id, sql`parent_id = ${old.id}`), 'head'],
    ['the row’s parent, which is gone', ({ middle }) => row(middle.id, sql`parent_id = ${randomUUID()}`), 'middle'],
    ['the row’s parent, which is itself', ({ head }) => row(head.id, sql`parent_id = ${head.id}`), 'head'],
    ['the row’s missing parent', ({ middle }) => row(middle.id, sql`parent_id = null`), 'middle'],
    ['the row’s slot', ({ head }) => row(head.id, sql`slot = 'B'`), 'head'],
    ['that it names all files', ({ old }) => row(old.id, sql`is_complete = true`), 'old'],
  ])(
    '%s: nothing of it is used, and the snapshot is named, also the one behind it that is damaged',
    async (_, damage, damaged) => {
      const seeded = await seed();
      await db.execute(damage(seeded));
      const error = await refused(createContextStore(db).load(seeded.head.id));
      expect(error).toMatchObject({ code: 'context_damaged', status: 409, snapshotId: seeded.head.id });
      expect(error.message).toContain(`The context snapshot ${seeded.head.id} is damaged: `);
      expect(error.message).toContain(seeded[damaged].id);
      expect(error.message).toContain('Nothing of it is used.');
    },
  );

  test('where the next turn would begin', async () => {
    const { head, old } = await seed();
    await db.execute(flip(old.hash));
    const error = await refused(createContextStore(db).head(head.id));
    expect(error).toMatchObject({ snapshotId: head.id, message: expect.stringContaining(old.id) });
  });

  test('a file', async () => {
    const store = createContextStore(db);
    const { head, file } = await seed();
    await db.execute(flip(file));
    expect((await refused(store.blob(file, head.id))).snapshotId).toBe(head.id);
    await db.execute(drop(file));
    expect((await refused(store.blob(file, head.id))).message).toContain('is missing');
    // The files of a context are read one by one: the rest of it is whole.
    expect((await store.load(head.id)).files).toHaveLength(1);
  });

  test('a text that was shown', async () => {
    const { head, text } = await seed();
    await db.execute(flip(text));
    const error = await refused(createContextStore(db).text(text, head.id));
    expect(error.snapshotId).toBe(head.id);
    const nameless = await refused(createContextStore(db).text(text));
    expect(nameless.snapshotId).toBeNull();
    expect(nameless.message).toContain(text);
  });

  test('what is in memory is what was verified; reading anew sees the damage', async () => {
    const store = createContextStore(db);
    const { head, items } = await seed();
    const context = await store.load(head.id);
    await db.execute(flip(items));
    expect(await store.load(head.id)).toBe(context);
    await refused(store.load(head.id, { isFresh: true }));
  });
});
