import { beforeAll, describe, expect, it } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { SnapshotHead } from '@/lib/context-sharing/store/snapshot';
import { newConversationInput } from '@/lib/features/conversations/conversation-input';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { diffContexts } from './diff-contexts';
import { damageBlob, seedSnapshot, sha256 } from './testing/seed-contexts';

describe.each(testDatabaseKinds())('the difference between two contexts, on %s', (kind) => {
  useTestDatabase(kind);

  let owner: Awaited<ReturnType<typeof insertPerson>>;
  let viewer: typeof owner;
  let stranger: typeof owner;
  let first: SnapshotHead;
  let second: SnapshotHead;
  let peer: SnapshotHead;
  let elsewhere: SnapshotHead;

  async function newSlot(slot = 'A') {
    const talk = await createConversation(owner, newConversationInput.parse({ visibility: 'workspace' }));
    const place = { workspaceId: owner.workspaceId, conversationId: talk.id };
    const { runId } = await insertRun({ ...place, userId: owner.userId, status: 'finished' });
    return { ...place, runId, slot };
  }

  beforeAll(async () => {
    owner = await insertPerson();
    viewer = await insertPerson({ memberOf: { workspaceId: owner.workspaceId, role: 'viewer' } });
    stranger = await insertPerson();
    const slot = await newSlot();
    first = await seedSnapshot(slot, {
      seq: 2,
      items: [{ kind: 'text', text: 'One.' }],
      files: { 'a.txt': 'one\ntwo\n', 'gone.txt': 'bye\n', 'same.txt': 'same\n' },
      plan: [
        { id: '1', text: 'Look', status: 'in_progress' },
        { id: '2', text: 'Leave', status: 'pending' },
      ],
    });
    second = await seedSnapshot(slot, {
      parent: first,
      seq: 4,
      items: [{ kind: 'text', text: 'Two.' }],
      files: { 'a.txt': 'one\n2\n', 'gone.txt': null, 'new.bin': 'a\0b' },
      plan: [
        { id: '1', text: 'Look', status: 'completed' },
        { id: '3', text: 'Write', status: 'pending' },
      ],
    });
    peer = await seedSnapshot(
      { ...slot, slot: 'B' },
      { seq: 5, items: [{ kind: 'text', text: 'One.' }], files: { 'a.txt': 'one\ntwo\n' } },
    );
    elsewhere = await seedSnapshot(await newSlot(), { seq: 1 });
  });

  it('is to the one before, unless another is named', async () => {
    const diff = await diffContexts(viewer, second.id);
    expect(diff).toMatchObject({ contextId: second.id, against: first.id, items: { added: [{ text: 'Two.' }] } });
    expect(diff.items.added).toHaveLength(1);
    expect(diff.files.map(({ path, status, bytes }) => [path, status, bytes])).toEqual([
      ['a.txt', 'changed', 6],
      ['gone.txt', 'removed', 4],
      ['new.bin', 'added', 3],
    ]);
    expect(diff.files[0]?.patch).toContain('-two\n+2\n');
    expect(diff.files[2]).toMatchObject({ patch: null, note: expect.any(String) });
    expect(diff.plan).toEqual([
      { id: '1', text: 'Look', from: 'in_progress', to: 'completed' },
      { id: '3', text: 'Write', from: null, to: 'pending' },
      { id: '2', text: 'Leave', from: 'pending', to: null },
    ]);
  });

  it('is to nothing where there is none before', async () => {
    const diff = await diffContexts(owner, first.id);
    expect(diff).toMatchObject({ against: null, items: { added: [{ text: 'One.' }] } });
    expect(new Set(diff.files.map(({ status }) => status))).toEqual(new Set(['added']));
  });

  it('goes backwards, and to another slot, whose work counts as its own', async () => {
    const back = await diffContexts(owner, first.id, second.id);
    expect(back.files.map(({ status }) => status)).toEqual(['changed', 'added', 'removed']);
    expect(back.items.added).toEqual([]);
    const aside = await diffContexts(owner, peer.id, first.id);
    expect(aside.items.added).toEqual([{ kind: 'text', text: 'One.' }]);
    expect(aside.files.map(({ path, status }) => [path, status])).toEqual([
      ['gone.txt', 'removed'],
      ['same.txt', 'removed'],
    ]);
  });

  it('is refused across conversations and to strangers, and names what is damaged', async () => {
    const across = diffContexts(owner, second.id, elsewhere.id);
    await expect(across).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'against' }] });
    await expect(diffContexts(stranger, second.id)).rejects.toMatchObject({ code: 'not_found' });
    const unknown = diffContexts(owner, second.id, crypto.randomUUID());
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' });
    await damageBlob(sha256('one\ntwo\n'));
    const damaged = diffContexts(owner, second.id);
    await expect(damaged).rejects.toMatchObject({ code: 'context_damaged', snapshotId: first.id });
  });
});
