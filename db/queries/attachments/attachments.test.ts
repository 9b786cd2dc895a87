import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { getDb } from '../../client';
import { attachment } from '../../schema/attachments';
import { blob, blobPiece } from '../../schema/blobs';
import { insertPerson } from '../../testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '../../testing/use-test-database';
import { deleteUnusedBlobs } from '../blobs/delete-unused-blobs';
import { readBlob } from '../blobs/read-blob';
import { storeBlob } from '../blobs/store-blob';
import { changeConversation } from '../conversations/change-conversation';
import { removeConversation } from '../conversations/remove-conversation';
import { readAttachment } from '../run-log/read-attachment';
import { insertTurn } from '../runs/insert-turn';
import type { NewTurn } from '../runs/turn-insertion';
import { deleteExpiredAttachments } from './delete-expired-attachments';
import { findAttachment } from './find-attachment';
import { insertAttachment } from './insert-attachment';
import { removeAttachment } from './remove-attachment';
import { sumUnusedAttachments } from './sum-unused-attachments';

const HOURS = 24;

describe.each(testDatabaseKinds())('attachments on %s', (kind) => {
  useTestDatabase(kind);

  async function upload(person: { userId: string }, content: Buffer = randomBytes(20)) {
    const hash = content.toString('hex').slice(0, 40);
    await storeBlob(hash, content);
    const values = { hash, name: 'a.png', mediaType: 'image/png', bytes: content.byteLength, kind: 'image' as const };
    return { ...(await insertAttachment(person, values)), hash };
  }

  async function ask(person: { userId: string }, attachmentIds: string[], rest: Partial<NewTurn> = {}) {
    const ids = { run: uuidv7(), message: uuidv7(), answerMessage: uuidv7(), conversation: uuidv7() };
    const turn: NewTurn = {
      ids,
      conversationId: null,
      title: 'T',
      parentMessageId: undefined,
      input: 'Q',
      attachmentIds,
      maxAttachedBytes: 1_000_000,
      team: { name: 'T', agents: [] },
      maxUnfinished: 100,
      ...rest,
    };
    return insertTurn(person, turn, async () => {});
  }

  async function content(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all);
  }

  async function age(): Promise<void> {
    const db = await getDb();
    const before = sql`now() - interval '25 hours'`;
    await db.update(attachment).set({ createdAt: before });
    await db.update(blob).set({ storedAt: before });
    await db.update(blobPiece).set({ storedAt: before });
  }

  test('content comes back as it was, in several pieces, and is stored once', async () => {
    const person = await insertPerson();
    const bytes = randomBytes(600_000);
    const first = await upload(person, bytes);
    const second = await upload(await insertPerson(), bytes);
    const db = await getDb();
    const pieces = await db.select({ index: blobPiece.index }).from(blobPiece).where(eq(blobPiece.hash, first.hash));
    expect(pieces).toHaveLength(10);
    expect(second.hash).toBe(first.hash);
    const found = await findAttachment(person, first.id);
    expect((await content(found!.content())).equals(bytes)).toBe(true);
  });

  test('only its owner sees an unused one; who sees the conversation sees what is in it', async () => {
    const owner = await insertPerson();
    const colleague = await insertPerson({ memberOf: { workspaceId: owner.workspaceId, role: 'member' } });
    const stranger = await insertPerson();
    const file = await upload(owner);
    expect((await findAttachment(owner, file.id))?.attachment).toMatchObject({ id: file.id, name: 'a.png' });
    for (const other of [colleague, stranger]) expect(await findAttachment(other, file.id)).toBeNull();
    const turn = await ask(owner, [file.id]);
    if (!turn.ok) throw new Error(turn.because);
    expect(await findAttachment(colleague, file.id)).toBeNull();
    await changeConversation(owner, turn.conversationId, { visibility: 'workspace' });
    expect(await findAttachment(colleague, file.id)).not.toBeNull();
    expect(await findAttachment(stranger, file.id)).toBeNull();
  });

  test('a message takes what its author sees, and nothing else', async () => {
    const owner = await insertPerson();
    const stranger = await insertPerson();
    const files = [await upload(owner), await upload(owner)];
    const ids = files.map(({ id }) => id);
    for (const unknown of [uuidv7(), (await upload(stranger)).id]) {
      expect(await ask(owner, [...ids, unknown])).toEqual({ ok: false, because: 'no_attachment' });
    }
    expect(await ask(owner, ids, { maxAttachedBytes: 39 })).toEqual({ ok: false, because: 'attachments_too_large' });
    expect(await sumUnusedAttachments(owner, HOURS)).toEqual({ count: 2, bytes: 40 });
    const turn = await ask(owner, ids);
    expect(turn.ok).toBe(true);
    expect(await sumUnusedAttachments(owner, HOURS)).toEqual({ count: 0, bytes: 0 });
    // Once more, with an edit of the question.
    expect((await ask(owner, ids)).ok).toBe(true);
  });

  test('the engine reads what is in the run’s conversation only', async () => {
    const owner = await insertPerson();
    const bytes = randomBytes(30);
    const file = await upload(owner, bytes);
    const turn = await ask(owner, [file.id]);
    const other = await ask(owner, []);
    if (!turn.ok || !other.ok) throw new Error('No turn.');
    const db = await getDb();
    expect(await readAttachment(db, turn.conversationId, file.id)).toEqual(bytes);
    expect(await readAttachment(db, other.conversationId, file.id)).toBeNull();
  });

  test('an unused one can be removed by its owner, a used one by nobody', async () => {
    const owner = await insertPerson();
    const [unused, used] = [await upload(owner), await upload(owner)];
    await ask(owner, [used.id]);
    expect(await removeAttachment(await insertPerson(), unused.id)).toBe(false);
    expect(await removeAttachment(owner, used.id)).toBe(false);
    expect(await removeAttachment(owner, unused.id)).toBe(true);
    expect(await findAttachment(owner, unused.id)).toBeNull();
  });

  test('after a day what no message has is gone with its content; the rest stays until its conversation goes', async () => {
    const owner = await insertPerson();
    const db = await getDb();
    const [unused, used] = [await upload(owner), await upload(owner)];
    const turn = await ask(owner, [used.id]);
    if (!turn.ok) throw new Error(turn.because);
    const sweep = async () => {
      await deleteExpiredAttachments(HOURS);
      await deleteUnusedBlobs(HOURS);
    };
    await sweep();
    expect(await findAttachment(owner, unused.id)).not.toBeNull();
    await age();
    // Somebody else is uploading the same content at this moment.
    await storeBlob(unused.hash, randomBytes(20));
    await sweep();
    expect(await findAttachment(owner, unused.id)).toBeNull();
    expect(await content(readBlob(db, unused.hash))).toHaveLength(20);
    expect(await findAttachment(owner, used.id)).not.toBeNull();
    await removeConversation(owner, turn.conversationId);
    await age();
    await sweep();
    for (const { id, hash } of [unused, used]) {
      expect(await findAttachment(owner, id)).toBeNull();
      expect(await content(readBlob(db, hash))).toHaveLength(0);
    }
  });
});
