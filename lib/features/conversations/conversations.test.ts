import { beforeAll, describe, expect, it } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { activePath } from './active-path';
import { conversationChanges, conversationListQuery, newConversationInput } from './conversation-input';
import { createConversation } from './create-conversation';
import { deleteConversation } from './delete-conversation';
import { getConversation } from './get-conversation';
import { listConversations } from './list-conversations';
import { newestBehind } from './newest-behind';
import { updateConversation } from './update-conversation';

describe('conversations', () => {
  useTestDatabase();

  const blank = newConversationInput.parse({});
  let owner: Awaited<ReturnType<typeof insertPerson>>;
  let viewer: typeof owner;
  let stranger: typeof owner;
  let id = '';

  beforeAll(async () => {
    owner = await insertPerson();
    viewer = await insertPerson({ memberOf: { workspaceId: owner.workspaceId, role: 'viewer' } });
    stranger = await insertPerson();
    ({ id } = await createConversation(owner, { ...blank, visibility: 'workspace' }));
  });

  it('are made in the personal workspace unless another is named', async () => {
    const made = await createConversation(owner, blank);
    expect(made).toMatchObject({ workspaceId: owner.workspaceId, ownerId: owner.userId, title: 'New conversation' });
    const elsewhere = createConversation(stranger, { ...blank, workspaceId: owner.workspaceId });
    await expect(elsewhere).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'workspaceId' }] });
  });

  it('come page by page', async () => {
    const query = conversationListQuery.parse({ limit: '1' });
    const first = await listConversations(owner, query);
    const second = await listConversations(owner, { ...query, cursor: first.nextCursor ?? '' });
    expect(second.nextCursor).toBeNull();
    expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(2);
    await expect(listConversations(owner, { ...query, cursor: 'e30' })).rejects.toMatchObject({ code: 'malformed' });
  });

  it('show the active path with runs and siblings', async () => {
    const place = { workspaceId: owner.workspaceId, conversationId: id, userId: owner.userId };
    const first = await insertRun({ ...place, status: 'finished' });
    const edited = await insertRun({ ...place, status: 'stopped' });
    await updateConversation(owner, id, { activeLeafId: first.answerMessageId });
    expect((await getConversation(viewer, id)).canWrite).toBe(false);
    const { messages } = await getConversation(owner, id);
    expect(messages.map((message) => message.id)).toEqual([first.messageId, first.answerMessageId]);
    expect(messages[0]?.siblingIds).toEqual([first.messageId, edited.messageId]);
    expect(messages[1]).toMatchObject({ runId: first.runId, status: 'finished', result: null });
    expect((await getConversation(owner, id, 'all')).messages).toHaveLength(4);
  });

  it('refuse with not_found what may not be seen and with forbidden what may not be changed', async () => {
    const change = conversationChanges.parse({ title: 'Mine' });
    await expect(getConversation(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(updateConversation(stranger, id, change)).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteConversation(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(updateConversation(viewer, id, change)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(deleteConversation(viewer, id)).rejects.toMatchObject({ code: 'forbidden' });
    const foreignLeaf = updateConversation(owner, id, { activeLeafId: owner.userId });
    await expect(foreignLeaf).rejects.toMatchObject({ code: 'invalid' });
  });

  it('are archived, brought back and deleted', async () => {
    expect((await updateConversation(owner, id, { archived: true })).archivedAt).toBeInstanceOf(Date);
    expect((await updateConversation(owner, id, { archived: false })).archivedAt).toBeNull();
    await deleteConversation(owner, id);
    await expect(getConversation(owner, id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('activePath', () => {
  const messages = [
    { id: 'a', parentId: null },
    { id: 'b', parentId: 'a' },
    { id: 'c', parentId: 'a' },
  ];

  it('ends at the leaf, or at the newest message without one', () => {
    expect(activePath(messages, 'b').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(activePath(messages, null).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(activePath(messages, 'gone').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(activePath([], null)).toEqual([]);
  });

  it('ends even when parents form a circle', () => {
    const circle = [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
    ];
    expect(activePath(circle, 'a').map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('newestBehind', () => {
  it('is the end of each branch', () => {
    const messages = [
      { id: '1', parentId: null },
      { id: '2', parentId: '1' },
      { id: '3', parentId: '1' },
      { id: '4', parentId: '2' },
    ];
    expect(Object.fromEntries(newestBehind(messages))).toEqual({ 1: '4', 2: '4', 3: '3', 4: '4' });
  });
});
