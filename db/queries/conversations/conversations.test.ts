import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDb } from '../../client';
import { insertPerson } from '../../testing/insert-person';
import { insertRun } from '../../testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '../../testing/use-test-database';
import type { ConversationRecord } from '../../types/conversation-record';
import type { RunResult } from '../../types/run-result';
import { changeConversation } from './change-conversation';
import { findConversation } from './find-conversation';
import { insertConversation } from './insert-conversation';
import { removeConversation } from './remove-conversation';
import { saveReading } from './save-reading';
import { selectConversations } from './select-conversations';
import { selectMessageTree } from './select-message-tree';
import { selectMessages } from './select-messages';
import { selectRunsToStop } from './select-runs-to-stop';
import { selectTurnMessages } from './select-turn-messages';
import { sumTurns } from './sum-turns';

const RESULT: RunResult = {
  final: null,
  answerId: 'A.1',
  presented: true,
  rule: null,
  tally: {},
  error: null,
  slots: [],
  answers: 1,
  votes: 0,
  durationMs: 1,
  inputTokens: 10,
  outputTokens: 20,
  costUsd: 0.5,
  context: { deliveries: 1, tokens: 7, deliverMs: 1, failures: 0 },
};

describe.each(testDatabaseKinds())('conversations (%s)', (kind) => {
  useTestDatabase(kind);

  type Person = Awaited<ReturnType<typeof insertPerson>>;
  let owner: Person;
  let admin: Person;
  let member: Person;
  let viewer: Person;
  let stranger: Person;
  let hidden: ConversationRecord;
  let shared: ConversationRecord;

  beforeAll(async () => {
    owner = await insertPerson();
    const { workspaceId } = owner;
    admin = await insertPerson({ memberOf: { workspaceId, role: 'admin' } });
    member = await insertPerson({ memberOf: { workspaceId, role: 'member' } });
    viewer = await insertPerson({ memberOf: { workspaceId, role: 'viewer' } });
    stranger = await insertPerson();
    const values = { workspaceId, labels: ['one'] };
    hidden = (await insertConversation(owner, { ...values, title: 'Hidden', visibility: 'private' }))!;
    shared = (await insertConversation(owner, { ...values, title: 'Shared 100%', visibility: 'workspace' }))!;
  });

  const page = { archived: false, limit: 10 };
  const titles = async (person: Person, filter = {}) =>
    (await selectConversations(person, { ...page, ...filter })).map(({ title }) => title);

  it('shows private ones to their owner only, workspace ones to every member, none to strangers', async () => {
    expect(await titles(owner)).toEqual(['Shared 100%', 'Hidden']);
    for (const person of [admin, member, viewer]) expect(await titles(person)).toEqual(['Shared 100%']);
    expect(await titles(stranger)).toEqual([]);
    expect(await findConversation(admin, hidden.id, 'read')).toBeNull();
    expect(await findConversation(stranger, shared.id, 'read')).toBeNull();
    expect(await findConversation(viewer, shared.id, 'read')).toMatchObject({ id: shared.id });
  });

  it('lets its author and administrators change a shared one, but not other members, viewers and strangers', async () => {
    expect(await changeConversation(admin, shared.id, { labels: ['two'] })).toBe(true);
    expect(await findConversation(owner, shared.id, 'read')).toMatchObject({ labels: ['two'] });
    for (const person of [member, viewer, stranger]) {
      expect(await changeConversation(person, shared.id, { title: 'Mine' })).toBe(false);
    }
    expect(await changeConversation(admin, hidden.id, { title: 'Mine' })).toBe(false);
  });

  it('lets only its owner change who sees it', async () => {
    expect(await changeConversation(admin, shared.id, { visibility: 'private' })).toBe(false);
    expect(await changeConversation(owner, shared.id, { visibility: 'workspace' })).toBe(true);
  });

  it('lets nobody write into a workspace in which they only view', async () => {
    const values = { workspaceId: owner.workspaceId, title: 'T', visibility: 'private' as const, labels: [] };
    expect(await insertConversation(viewer, values)).toBeNull();
    expect(await insertConversation(stranger, values)).toBeNull();
  });

  it('finds by part of the title, by label and by archive', async () => {
    expect(await titles(owner, { q: 'hid' })).toEqual(['Hidden']);
    expect(await titles(owner, { q: '%' })).toEqual(['Shared 100%']);
    expect(await titles(owner, { q: '_' })).toEqual([]);
    expect(await titles(owner, { label: 'one' })).toEqual(['Hidden']);
    await changeConversation(owner, hidden.id, { archivedAt: new Date() });
    expect(await titles(owner, { archived: true })).toEqual(['Hidden']);
    expect(await titles(owner)).toEqual(['Shared 100%']);
    await changeConversation(owner, hidden.id, { archivedAt: null });
  });

  it('pages without a gap or a repeat, also through equal times', async () => {
    const person = await insertPerson();
    const values = { workspaceId: person.workspaceId, visibility: 'private' as const, labels: [] };
    await Promise.all(Array.from({ length: 7 }, (_, n) => insertConversation(person, { ...values, title: `${n}` })));
    const seen: string[] = [];
    let after: { updatedAt: Date; id: string } | undefined;
    for (;;) {
      const items = await selectConversations(person, { ...page, limit: 2, after });
      seen.push(...items.map(({ title }) => title));
      after = items.at(-1);
      if (items.length < 2) break;
    }
    expect(seen.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });

  it('says whether a run goes on, and how the last one stands', async () => {
    const place = { workspaceId: owner.workspaceId, conversationId: shared.id, userId: owner.userId };
    await insertRun({ ...place, status: 'running' });
    const { answerMessageId } = await insertRun({ ...place, status: 'failed' });
    const [item] = await selectConversations(viewer, page);
    expect(item).toMatchObject({ id: shared.id, running: true, lastRunStatus: 'failed' });
    const tree = await selectMessageTree(viewer, shared.id);
    expect(tree).toHaveLength(4);
    const ids = tree.map((node) => node.id);
    const messages = await selectMessages(viewer, shared.id, ids);
    expect(messages).toHaveLength(4);
    expect(messages.find(({ id }) => id === answerMessageId)?.run).toMatchObject({ status: 'failed', result: null });
    expect(messages[0]?.run).toBeNull();
    expect(await selectMessages(stranger, shared.id, ids)).toEqual([]);
    expect(await selectMessageTree(stranger, shared.id)).toEqual([]);
    expect(await selectTurnMessages(stranger, shared.id, ids, 100)).toEqual([]);
  });

  it('gives of a long final answer no more than is asked for, and sums up what ended runs have used', async () => {
    const place = { workspaceId: owner.workspaceId, conversationId: shared.id, userId: owner.userId };
    const { answerMessageId, messageId, runId } = await insertRun({
      ...place,
      status: 'finished',
      result: { ...RESULT, final: 'long '.repeat(100), usage: [] },
    });
    const [first, second] = (await selectTurnMessages(viewer, shared.id, [answerMessageId, messageId], 9)).toSorted(
      (a, b) => a.id.localeCompare(b.id),
    );
    expect(first).toMatchObject({ id: messageId, parts: [{ type: 'text', text: 'Q' }], result: null });
    expect(second).toEqual({
      id: answerMessageId,
      chosen: null,
      checks: null,
      parts: [],
      status: 'finished',
      createdBy: expect.any(String),
      result: { ...RESULT, final: 'long long' },
      finalLength: 500,
    });
    const open = await insertRun({ ...place, status: 'stopped' });
    const used = { turns: 1, tokens: 30, costUsd: 0.5, unpricedTokens: 0, sharedTokens: 7 };
    expect(await sumTurns(viewer, [runId, open.runId])).toEqual(used);
    expect(await sumTurns(stranger, [runId])).toEqual({ ...used, turns: 0, tokens: 0, costUsd: null, sharedTokens: 0 });
  });

  it('shows each reader a branch of their own, whose end is one of its messages', async () => {
    const [first] = await selectMessageTree(owner, shared.id);
    const shown = async (person: Person) => (await findConversation(person, shared.id, 'read'))?.activeLeafId;
    const before = await shown(owner);
    expect(await saveReading(owner, hidden.id, { leafId: first!.id })).toBe(false);
    expect(await saveReading(stranger, shared.id, { leafId: first!.id })).toBe(false);
    expect(await saveReading(viewer, shared.id, { leafId: first!.id })).toBe(true);
    expect(await shown(viewer)).toBe(first!.id);
    expect(await shown(owner)).toBe(before);
  });

  it('is pinned and unread for each reader alone', async () => {
    const listed = async (person: Person, filter = {}) =>
      (await selectConversations(person, { ...page, ...filter })).find(({ id }) => id === shared.id);
    expect(await listed(member)).toMatchObject({ pinned: false, unread: false });
    await saveReading(member, shared.id, { pinned: true });
    expect(await listed(member, { pinned: true })).toMatchObject({ pinned: true });
    expect(await listed(member, { pinned: false })).toBeUndefined();
    expect(await listed(owner)).toMatchObject({ pinned: false });

    const db = await getDb();
    await insertRun({
      workspaceId: owner.workspaceId,
      conversationId: shared.id,
      userId: owner.userId,
      status: 'finished',
    });
    await db.execute(sql`update run set ended_at = now() + interval '1 second' where conversation_id = ${shared.id}`);
    expect(await listed(member)).toMatchObject({ unread: true });
    await db.execute(sql`update run set ended_at = now() - interval '1 hour' where conversation_id = ${shared.id}`);
    await saveReading(member, shared.id, { read: true });
    expect(await listed(member)).toMatchObject({ unread: false, pinned: true });
  });

  it('is deleted with its messages and runs, by its owner or who manages the workspace', async () => {
    for (const person of [member, viewer, stranger]) {
      expect(await selectRunsToStop(person, shared.id)).toEqual([]);
      expect(await removeConversation(person, shared.id)).toBe(false);
    }
    expect(await selectRunsToStop(admin, shared.id)).toHaveLength(1);
    expect(await removeConversation(admin, hidden.id)).toBe(false);
    expect(await removeConversation(admin, shared.id)).toBe(true);
    expect(await findConversation(owner, shared.id, 'read')).toBeNull();
    expect(await selectMessageTree(owner, shared.id)).toEqual([]);
  });
});
