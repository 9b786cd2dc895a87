import { beforeAll, describe, expect, it } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { SnapshotHead } from '@/lib/context-sharing/store/snapshot';
import { newConversationInput } from '@/lib/features/conversations/conversation-input';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { contextListQuery } from './context-list-query';
import { getContext } from './get-context';
import { listRunContexts } from './list-run-contexts';
import { readContextFile } from './read-context-file';
import { damageBlob, seedSnapshot, sha256 } from './testing/seed-contexts';

const PAGE = contextListQuery.parse({});
const SCRIPT = '<script>alert(1)</script>';

describe.each(testDatabaseKinds())('contexts, on %s', (kind) => {
  useTestDatabase(kind);

  let owner: Awaited<ReturnType<typeof insertPerson>>;
  let viewer: typeof owner;
  let stranger: typeof owner;
  let place: { workspaceId: string; conversationId: string; runId: string };
  let first: SnapshotHead;
  let second: SnapshotHead;

  beforeAll(async () => {
    owner = await insertPerson();
    viewer = await insertPerson({ memberOf: { workspaceId: owner.workspaceId, role: 'viewer' } });
    stranger = await insertPerson();
    const talk = await createConversation(owner, newConversationInput.parse({ visibility: 'workspace' }));
    const turn = { workspaceId: owner.workspaceId, conversationId: talk.id };
    const { runId } = await insertRun({ ...turn, userId: owner.userId, status: 'running' });
    place = { ...turn, runId };
    const slot = { ...place, slot: 'A' };
    first = await seedSnapshot(slot, {
      seq: 5,
      items: [
        { kind: 'text', text: 'I look.' },
        {
          kind: 'tool',
          toolCallId: 't1',
          tool: 'Bash',
          arguments: { command: 'ls' },
          result: { text: 'a', isError: false },
          tookMs: 4,
        },
      ],
      files: { 'a/page.html': SCRIPT, 'gone.txt': 'old' },
      hasLargeFile: true,
    });
    second = await seedSnapshot(slot, {
      parent: first,
      seq: 9,
      kind: 'answer',
      answerId: 'A.1',
      items: [
        { kind: 'note', noteId: 'A-n1', to: null, text: 'Mind the gap.' },
        { kind: 'answer', answerId: 'A.1', content: 'Forty-two.' },
      ],
      files: { 'gone.txt': null, 'new.txt': 'new' },
      plan: [{ id: '1', text: 'Count', status: 'completed' }],
    });
  });

  it('are listed oldest first, page by page', async () => {
    const { items, nextCursor } = await listRunContexts(owner, place.runId, PAGE);
    expect(nextCursor).toBeNull();
    expect(items).toMatchObject([
      { id: first.id, slot: 'A', seq: 5, hash: first.hash, parentId: null, kind: 'tools', answerId: null, tookMs: 3 },
      { id: second.id, slot: 'A', seq: 9, hash: second.hash, parentId: first.id, kind: 'answer', answerId: 'A.1' },
    ]);
    for (const item of items) expect(item).toMatchObject({ bytes: expect.any(Number), createdAt: expect.any(Date) });
    const begin = await listRunContexts(owner, place.runId, { limit: 1 });
    const end = await listRunContexts(owner, place.runId, { limit: 1, cursor: begin.nextCursor ?? '' });
    expect([...begin.items, ...end.items].map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(end.nextCursor).toBeNull();
    const malformed = listRunContexts(owner, place.runId, { ...PAGE, cursor: 'e30' });
    await expect(malformed).rejects.toMatchObject({ code: 'malformed' });
  });

  it('show everything that the slot has done and its files', async () => {
    expect(await getContext(viewer, second.id)).toMatchObject({
      runId: place.runId,
      conversationId: place.conversationId,
      id: second.id,
      slot: 'A',
      hash: second.hash,
      parentId: first.id,
      answerId: 'A.1',
      messages: [{ index: 0, text: 'I look.' }],
      toolCalls: [{ index: 1, toolCallId: 't1', tool: 'Bash', arguments: { command: 'ls' }, result: { text: 'a' } }],
      notes: [{ index: 2, noteId: 'A-n1', to: null, text: 'Mind the gap.' }],
      answers: [{ index: 3, answerId: 'A.1', content: 'Forty-two.' }],
      files: [
        { path: 'a/page.html', hash: sha256(SCRIPT), bytes: SCRIPT.length, kind: 'file' },
        { path: 'new.txt', hash: sha256('new'), bytes: 3, kind: 'file' },
        { path: 'video.bin', hash: null, bytes: 20_000_000, kind: 'tooLarge' },
      ],
      changes: [
        { path: 'a/page.html', status: 'added' },
        { path: 'new.txt', status: 'added' },
        { path: 'video.bin', status: 'added' },
      ],
      plan: [{ id: '1', text: 'Count', status: 'completed' }],
      usage: { inputTokens: 10, outputTokens: 2 },
    });
  });

  it('give the bytes of their files, as they were then', async () => {
    const page = await readContextFile(viewer, second.id, 'a/page.html');
    expect({ name: page.name, text: String(page.bytes) }).toEqual({ name: 'page.html', text: SCRIPT });
    expect(String((await readContextFile(owner, first.id, 'gone.txt')).bytes)).toBe('old');
    for (const path of ['gone.txt', 'a', '../a/page.html', '']) {
      await expect(readContextFile(owner, second.id, path)).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(readContextFile(owner, second.id, 'video.bin')).rejects.toMatchObject({ code: 'too_large' });
  });

  it('are nothing to strangers', async () => {
    const tries = [
      () => listRunContexts(stranger, place.runId, PAGE),
      () => getContext(stranger, second.id),
      () => readContextFile(stranger, second.id, 'new.txt'),
      () => getContext(owner, place.runId),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that are damaged say so and name themselves', async () => {
    const third = await seedSnapshot({ ...place, slot: 'B' }, { seq: 12, files: { 'b.txt': 'bytes of B' } });
    await damageBlob(sha256('bytes of B'));
    const file = readContextFile(owner, third.id, 'b.txt');
    await expect(file).rejects.toMatchObject({ code: 'context_damaged', status: 409, snapshotId: third.id });
    await damageBlob(third.hash);
    const whole = getContext(owner, third.id);
    await expect(whole).rejects.toMatchObject({ code: 'context_damaged', status: 409, snapshotId: third.id });
    await expect(whole).rejects.toThrow(third.id);
    expect((await listRunContexts(owner, place.runId, PAGE)).items).toHaveLength(3);
    expect(await getContext(owner, second.id)).toMatchObject({ id: second.id });
  });
});
