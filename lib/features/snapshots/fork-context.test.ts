import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { SnapshotHead } from '@/lib/context-sharing/store/snapshot';
import { newConversationInput } from '@/lib/features/conversations/conversation-input';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { getConversation } from '@/lib/features/conversations/get-conversation';
import { updateConversation } from '@/lib/features/conversations/update-conversation';
import { stopEngine } from '@/lib/runtime/engine';
import { forkContext } from './fork-context';
import { damageBlob, seedSnapshot } from './testing/seed-contexts';

const TEAM = { name: 'Two', agents: [{ backend: { type: 'demo' } }, { backend: { type: 'demo' } }] };

describe.each(testDatabaseKinds())('a branch that continues from a context, on %s', (kind) => {
  useTestDatabase(kind);
  afterAll(() => stopEngine());

  let owner: Awaited<ReturnType<typeof insertPerson>>;
  let viewer: typeof owner;
  let stranger: typeof owner;
  let talk = '';
  let turn: Awaited<ReturnType<typeof insertRun>>;
  let next: typeof turn;
  let unpublished: SnapshotHead;
  let published: SnapshotHead;

  beforeAll(async () => {
    owner = await insertPerson();
    const { workspaceId } = owner;
    viewer = await insertPerson({ memberOf: { workspaceId, role: 'viewer' } });
    stranger = await insertPerson();
    talk = (await createConversation(owner, newConversationInput.parse({ visibility: 'workspace' }))).id;
    const place = { workspaceId, conversationId: talk, userId: owner.userId, team: TEAM };
    turn = await insertRun({ ...place, status: 'finished' });
    next = await insertRun({ ...place, status: 'running', parentId: turn.answerMessageId });
    await updateConversation(owner, talk, { activeLeafId: next.answerMessageId });
    const slot = { workspaceId, conversationId: talk, runId: turn.runId, slot: 'A' };
    unpublished = await seedSnapshot(slot, { seq: 3, items: [{ kind: 'text', text: 'Hm.' }] });
    const answers = await seedSnapshot(slot, {
      parent: unpublished,
      seq: 6,
      kind: 'answer',
      answerId: 'A.2',
      items: [
        { kind: 'answer', answerId: 'A.1', content: 'Older.' },
        { kind: 'answer', answerId: 'A.2', content: 'Newer.\0' },
      ],
    });
    published = await seedSnapshot(slot, { parent: answers, seq: 8, items: [{ kind: 'text', text: 'And more.' }] });
  });

  const all = () => getConversation(owner, talk, 'all').then(({ messages }) => messages);

  it('holds the newest answer of the context and from where it goes on, and is shown', async () => {
    const before = await all();
    const { conversation, run } = await forkContext(owner, published.id, {});
    expect(run).toBeUndefined();
    const [question, answer] = conversation.messages;
    expect(conversation.messages).toHaveLength(2);
    expect(conversation.activeLeafId).toBe(answer?.id);
    expect(question?.id).toBe(turn.messageId);
    const from = { contextId: published.id, slot: 'A', answerId: 'A.2' };
    expect(answer).toMatchObject({
      role: 'assistant',
      parentId: turn.messageId,
      runId: null,
      parts: [
        { type: 'text', text: 'Newer.' },
        { type: 'context', ...from },
      ],
      continuedFrom: from,
      siblingIds: [turn.answerMessageId, answer?.id],
      siblingLeafIds: [next.answerMessageId, answer?.id],
    });
    // Nothing of the old branch has changed, and it can be shown again.
    const untouched = (await all()).filter(({ id }) => id !== answer?.id);
    const bare = (messages: typeof before) => messages.map(({ siblingIds: _, siblingLeafIds: __, ...rest }) => rest);
    expect(bare(untouched)).toEqual(bare(before));
    await updateConversation(owner, talk, { activeLeafId: answer?.siblingLeafIds[0] });
    const back = await getConversation(owner, talk);
    expect(back.messages.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('has no text where nothing was published', async () => {
    const { conversation } = await forkContext(owner, unpublished.id, {});
    expect(conversation.messages.at(-1)?.parts).toEqual([
      { type: 'context', contextId: unpublished.id, slot: 'A', answerId: null },
    ]);
  });

  it('goes on with a run of the same team when something is asked, also beside one that goes on', async () => {
    const { conversation, run } = await forkContext(owner, published.id, { input: 'And then?' });
    expect(run).toMatchObject({ conversationId: talk });
    const [question, continued, asked, answer] = conversation.messages;
    expect([question?.id, continued?.continuedFrom?.contextId]).toEqual([turn.messageId, published.id]);
    expect(asked?.parts).toEqual([{ type: 'text', text: 'And then?' }]);
    expect(answer).toMatchObject({ runId: run?.id, parentId: asked?.id });
    expect(conversation.activeLeafId).toBe(answer?.id);
  });

  it('leaves nothing behind when it is refused', async () => {
    const before = await all();
    const invalid = [
      { input: ' ' },
      { input: 'x', team: 'no such team' },
      { team: 'no such team' },
      { input: 'x', team: { name: 'T', agents: [{ backend: { type: 'nobody' as never } }] } },
    ];
    for (const body of invalid) {
      const fields = expect.arrayContaining([{ path: expect.any(String), message: expect.any(String) }]);
      await expect(forkContext(owner, published.id, body)).rejects.toMatchObject({ code: 'invalid', fields });
    }
    await expect(forkContext(viewer, published.id, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(forkContext(stranger, published.id, {})).rejects.toMatchObject({ code: 'not_found' });
    await expect(forkContext(owner, turn.runId, {})).rejects.toMatchObject({ code: 'not_found' });
    await damageBlob(published.hash);
    const damaged = forkContext(owner, published.id, { input: 'x' });
    await expect(damaged).rejects.toMatchObject({ code: 'context_damaged', snapshotId: published.id });
    expect((await all()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });
});
