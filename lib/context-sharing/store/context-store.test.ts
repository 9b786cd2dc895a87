import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { deleteUnusedBlobs } from '@/db/queries/blobs/delete-unused-blobs';
import { removeConversation } from '@/db/queries/conversations/remove-conversation';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import type { ContextItem } from '../context';
import { type ContextStore, createContextStore } from './context-store';
import { sha256 } from './sha256';
import { draft, removedFile, textFile, toolItem } from './testing/drafts';
import { seedConversation } from './testing/seed-conversation';

describe.each(testDatabaseKinds())('the context store on %s', (kind) => {
  useTestDatabase(kind);
  let db: Db;
  let store: ContextStore;

  beforeAll(async () => {
    db = await getDb();
    store = createContextStore(db);
  });

  async function count(what: 'blob' | 'context_blob' | 'context_snapshot'): Promise<number> {
    const { rows } = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(what)}`,
    );
    return rows[0]!.count;
  }

  test('a context comes back as it was saved', async () => {
    const { place, turn } = await seedConversation();
    const slot = (await turn()).slot('A');
    const [one, two] = [textFile('src/b.ts', 'b'), textFile('src/a.ts', 'a')];
    const kept = await store.keepBlobs(place, [one.blob, two.blob]);
    expect(kept).toBe(2);
    const items: ContextItem[] = [
      { kind: 'text', text: 'half a pair: \ud83d, a whole one: 🙂, \0' },
      toolItem('t1', 'ok'),
      { kind: 'note', noteId: 'A-n1', to: ['B'], text: 'n' },
      { kind: 'answer', answerId: 'A.1', content: 'x'.repeat(100_000) },
    ];
    const plan = [{ id: '1', text: 'Write', status: 'completed' as const }];
    const said = { seq: 9, kind: 'answer' as const, answerId: 'A.1' as const, items, plan };
    const saved = await store.save(slot, draft({ ...said, files: [one.file, two.file] }), kept);
    expect(saved.bytes).toBeGreaterThan(100_000);
    const context = await store.load(saved.head.id);
    const { usage } = draft();
    const { hash } = saved.head;
    expect(context).toEqual({
      ...{ id: saved.head.id, hash, parentId: null, runId: slot.runId, slot: 'A', backend: 'demo' },
      ...{ ...said, usage },
      files: [two.file, one.file],
      changes: [
        { path: 'src/a.ts', before: null, after: two.file },
        { path: 'src/b.ts', before: null, after: one.file },
      ],
    });
    expect(await store.blob(one.blob.hash, saved.head.id)).toEqual(one.blob.content);
    expect(await store.load(saved.head.id)).toBe(context);
    expect(await store.load(saved.head.id, { isFresh: true })).toEqual(context);
    const { rows } = await db.execute(sql`select bytes, took_ms from context_snapshot where id = ${saved.head.id}`);
    expect(rows).toEqual([{ bytes: saved.bytes, took_ms: 1 }]);
  });

  test('what is large is stored too, in pieces', async () => {
    const { place, turn } = await seedConversation();
    const slot = (await turn()).slot('A');
    const big = randomBytes(3_000_000);
    const empty = Buffer.alloc(0);
    const blobs = [big, empty].map((content) => ({ hash: sha256(content), content }));
    expect(await store.keepBlobs(place, blobs)).toBe(3_000_000);
    const items: ContextItem[] = [{ kind: 'text', text: big.toString('base64') }];
    const { head, bytes } = await store.save(slot, draft({ items }), 0);
    expect(bytes).toBeGreaterThan(4_000_000);
    expect((await createContextStore(db).load(head.id)).items).toEqual(items);
    expect((await store.blob(blobs[0]!.hash, head.id)).equals(big)).toBe(true);
    expect(await store.blob(blobs[1]!.hash, head.id)).toHaveLength(0);
  });

  test('a chain over two turns and a continuation', async () => {
    const { turn } = await seedConversation();
    const first = await turn();
    const [a, b, changed] = [textFile('a', '1'), textFile('b', '1'), textFile('b', '2')];
    const one = await store.save(first.slot('A'), draft({ items: [toolItem('t1', '1')], files: [a.file, b.file] }), 0);
    const files = [removedFile('a'), changed.file];
    const two = await store.save(
      first.slot('A'),
      draft({ parent: one.head, seq: 2, items: [toolItem('t2', '2')], files }),
      0,
    );
    expect(two.head.depth).toBe(1);
    const inFirst = await store.load(two.head.id);
    expect(inFirst.items.map((item) => item.kind === 'tool' && item.toolCallId)).toEqual(['t1', 't2']);
    expect(inFirst.files).toEqual([changed.file]);
    expect(inFirst.changes).toEqual([{ path: 'b', before: null, after: changed.file }]);

    const second = await turn(first.answerMessageId);
    expect(await store.bases(second.messageId)).toEqual(
      new Map([['A', { snapshotId: two.head.id, runId: first.runId, isContinuation: false }]]),
    );
    const base = await store.head(two.head.id);
    expect(base).toEqual({ head: two.head, files: [changed.file] });
    const three = await store.save(
      second.slot('A'),
      draft({ parent: base.head, items: [toolItem('t3', '3')], files: [a.file, changed.file], complete: true }),
      0,
    );
    const four = await store.save(
      second.slot('A'),
      draft({ parent: three.head, seq: 2, files: [removedFile('b')] }),
      0,
    );
    expect([three.head.depth, four.head.depth]).toEqual([0, 1]);
    const inSecond = await store.load(four.head.id);
    expect(inSecond.items).toEqual([toolItem('t3', '3')]);
    expect(inSecond.files).toEqual([a.file]);
    expect(inSecond.changes).toEqual([
      { path: 'a', before: null, after: a.file },
      { path: 'b', before: changed.file, after: null },
    ]);
    expect(await createContextStore(db).load(four.head.id)).toEqual(inSecond);

    // Another slot goes on from it too, as after “Continue from here”.
    const third = await turn(second.answerMessageId);
    const continued = await store.save(third.slot('B'), draft({ parent: two.head, items: [toolItem('t4', '4')] }), 0);
    const inThird = await store.load(continued.head.id);
    expect(inThird).toMatchObject({ slot: 'B', parentId: two.head.id, files: [changed.file], changes: [] });
    expect(inThird.items).toEqual([toolItem('t4', '4')]);
  });

  test('a turn begins with the nearest snapshot: the slot’s own, or one that a person continued from', async () => {
    const { turn } = await seedConversation();
    const first = await turn();
    const save = async (place: Parameters<ContextStore['save']>[0], seq: number) =>
      (await store.save(place, draft({ seq }), 0)).head.id;
    await save(first.slot('A'), 1);
    const a = await save(first.slot('A'), 2);
    const b = await save(first.slot('B'), 1);
    const second = await turn(first.answerMessageId);
    const laterB = await save(second.slot('B'), 1);
    const own = (snapshotId: string, runId: string) => ({ snapshotId, runId, isContinuation: false });
    expect(await store.bases(null)).toEqual(new Map());
    expect(await store.bases(first.answerMessageId)).toEqual(
      new Map([
        ['A', own(a, first.runId)],
        ['B', own(b, first.runId)],
      ]),
    );
    expect(await store.bases(second.answerMessageId)).toEqual(
      new Map([
        ['A', own(a, first.runId)],
        ['B', own(laterB, second.runId)],
      ]),
    );
    const part = JSON.stringify([
      { type: 'text', text: 'x' },
      { type: 'context', contextId: b, slot: 'B', answerId: null },
    ]);
    await db.execute(sql`update message set parts = ${part}::jsonb where id = ${second.messageId}`);
    expect(await store.bases(second.answerMessageId)).toEqual(
      new Map([
        ['B', own(laterB, second.runId)],
        ['*', { snapshotId: b, runId: first.runId, isContinuation: true }],
      ]),
    );
    const gone = randomUUID();
    await db.execute(
      sql`update message set parts = replace(parts::text, ${b}, ${gone})::jsonb where id = ${second.messageId}`,
    );
    expect((await store.bases(second.messageId)).get('*')).toEqual({
      snapshotId: gone,
      runId: '',
      isContinuation: true,
    });
  });

  test('after a crash the newest of each slot is found, with its depth', async () => {
    const { turn } = await seedConversation();
    const first = await turn();
    expect(await store.latest(first.runId)).toEqual(new Map());
    let head = (await store.save(first.slot('A'), draft(), 0)).head;
    for (let seq = 2; seq <= 6; seq++) {
      head = (await store.save(first.slot('A'), draft({ parent: head, seq, complete: seq === 3 }), 0)).head;
    }
    const other = await store.save(first.slot('B'), draft(), 0);
    expect(head.depth).toBe(3);
    expect(await store.latest(first.runId)).toEqual(
      new Map([
        ['A', head],
        ['B', other.head],
      ]),
    );
  });

  test('what is stored grows with what changes, not with slots times files', async () => {
    const { place, turn } = await seedConversation();
    const run = await turn();
    const shared = Array.from({ length: 50 }, (_, i) => textFile(`f${i}`, randomBytes(2_000).toString('hex')));
    const bytes = { files: 0, rest: 0 };
    for (const letter of ['A', 'B', 'C', 'D', 'E']) {
      const kept = await store.keepBlobs(
        place,
        shared.map(({ blob }) => blob),
      );
      const saved = await store.save(run.slot(letter), draft({ files: shared.map(({ file }) => file) }), kept);
      const one = textFile('f0', `${letter} changed it`);
      const more = await store.keepBlobs(place, [one.blob]);
      const next = await store.save(run.slot(letter), draft({ parent: saved.head, seq: 2, files: [one.file] }), more);
      bytes.files += kept + more;
      bytes.rest += saved.bytes + next.bytes - kept - more;
      expect(next.bytes).toBeLessThan(1_000);
    }
    expect(bytes.files).toBe(50 * 4_000 + 5 * 'A changed it'.length);
    expect(bytes.rest).toBeLessThan(5 * 50 * 200);
  });

  test('the run’s end by deletion keeps a snapshot out', async () => {
    const { person, place, turn } = await seedConversation();
    const run = await turn();
    await removeConversation(person, place.conversationId);
    await expect(store.save(run.slot('A'), draft({ items: [toolItem('t', 'x')] }), 0)).rejects.toMatchObject({
      code: 'not_found',
    });
    await store.keepBlobs(place, [textFile('a', randomUUID()).blob]);
    const { rows } = await db.execute(sql`select 1 from context_blob where conversation_id = ${place.conversationId}`);
    expect(rows).toEqual([]);
  });

  test('with its conversation a context goes, but nothing that another conversation needs', async () => {
    await db.execute(sql`delete from conversation`);
    const age = () => db.execute(sql`update blob set stored_at = now() - interval '25 hours'`);
    await age();
    await deleteUnusedBlobs(24);
    expect([await count('blob'), await count('context_blob'), await count('context_snapshot')]).toEqual([0, 0, 0]);
    const shared = textFile('a', 'in both');
    const fill = async () => {
      const conversation = await seedConversation();
      const own = textFile('b', randomUUID());
      await store.keepBlobs(conversation.place, [shared.blob, own.blob]);
      const slot = (await conversation.turn()).slot('A');
      const files = [shared.file, own.file];
      const { head } = await store.save(slot, draft({ items: [toolItem('t', randomUUID())], files }), 0);
      return { ...conversation, own, head, text: await store.saveText(conversation.place, randomUUID()) };
    };
    const [gone, kept] = [await fill(), await fill()];
    await age();
    await deleteUnusedBlobs(24);
    expect(await count('blob')).toBe(9);
    await removeConversation(gone.person, gone.place.conversationId);
    expect([await count('context_snapshot'), await count('context_blob')]).toEqual([1, 5]);
    await deleteUnusedBlobs(24);
    expect(await count('blob')).toBe(5);
    const fresh = createContextStore(db);
    expect((await fresh.load(kept.head.id)).files).toHaveLength(2);
    expect(await fresh.blob(shared.blob.hash, kept.head.id)).toEqual(shared.blob.content);
    expect(await fresh.text(kept.text)).toMatch(/^[-0-9a-f]{36}$/);
    await expect(fresh.load(gone.head.id)).rejects.toMatchObject({ code: 'context_damaged' });
  });
});
