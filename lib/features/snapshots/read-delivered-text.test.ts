import { beforeAll, describe, expect, it } from 'vitest';
import { getDb } from '@/db/client';
import { commitBatches } from '@/db/queries/run-log/commit-batches';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { createContextStore } from '@/lib/context-sharing/store/context-store';
import { newConversationInput } from '@/lib/features/conversations/conversation-input';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { readDeliveredText } from './read-delivered-text';
import { damageBlob, sha256 } from './testing/seed-contexts';

const SNAPSHOT = crypto.randomUUID();
const PUSHED = '<peer_context from="agent A">\nBash: 12 passed ✓\n</peer_context>';
const ASKED = 'A’s plan: 1. Count "twice"';
const LOST = 'what no log holds any more';
const UNTOLD = 'a text of the conversation that nobody was given';

describe.each(testDatabaseKinds())('the text of a delivery, on %s', (kind) => {
  useTestDatabase(kind);

  let owner: Awaited<ReturnType<typeof insertPerson>>;
  let viewer: typeof owner;
  let stranger: typeof owner;
  let runId = '';
  let otherRunId = '';

  beforeAll(async () => {
    owner = await insertPerson();
    viewer = await insertPerson({ memberOf: { workspaceId: owner.workspaceId, role: 'viewer' } });
    stranger = await insertPerson();
    const talk = await createConversation(owner, newConversationInput.parse({ visibility: 'workspace' }));
    const place = { workspaceId: owner.workspaceId, conversationId: talk.id };
    ({ runId } = await insertRun({ ...place, userId: owner.userId, status: 'running' }));
    ({ runId: otherRunId } = await insertRun({ ...place, userId: owner.userId, status: 'running' }));
    const db = await getDb();
    const store = createContextStore(db);
    await store.saveText(place, PUSHED);
    await store.saveText(place, UNTOLD);
    const call = { slot: 'B', callId: 'c1' };
    const receipt = (text: string, more: object = {}) => ({
      type: 'context.delivered',
      ...call,
      answerIds: [],
      contexts: [{ kind: 'peer', from: 'A', answerId: null, snapshotId: SNAPSHOT, hash: sha256(text), form: 'text' }],
      ...more,
    });
    const result = (text: string, toolCallId: string) => ({ type: 'tool.finished', ...call, toolCallId, result: text });
    const events = [
      { type: 'agent.delta', ...call, text: sha256(UNTOLD) },
      receipt(PUSHED),
      result(ASKED, 't1'),
      receipt(ASKED, { toolCallId: 't1' }),
      result('something else', 't2'),
      receipt(LOST, { toolCallId: 't2' }),
    ].map((event, index) => `${JSON.stringify({ seq: index + 1, ...event })}\n`);
    const batch = { runId, epoch: 0, firstSeq: 1, lastSeq: events.length, events: events.join(''), end: null };
    expect(await commitBatches(db, [batch])).toEqual(new Set());
  });

  const read = async (person: typeof owner, text: string, of = runId) =>
    String((await readDeliveredText(person, of, sha256(text))).bytes);

  it('is what stood in the request, for all who see the run', async () => {
    expect(await read(owner, PUSHED)).toBe(PUSHED);
    expect(await read(viewer, PUSHED)).toBe(PUSHED);
    expect((await readDeliveredText(owner, runId, sha256(PUSHED))).name).toMatch(/^A-[0-9a-f]{8}\.txt$/);
  });

  it('is the result of the tool by which it was asked for', async () => {
    expect(await read(viewer, ASKED)).toBe(ASKED);
  });

  it('is nothing to strangers, and nothing where no receipt of the run names it', async () => {
    await expect(read(stranger, PUSHED)).rejects.toMatchObject({ code: 'not_found' });
    await expect(read(owner, UNTOLD)).rejects.toMatchObject({ code: 'not_found' });
    await expect(read(owner, PUSHED, otherRunId)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that is not what was stored is not shown', async () => {
    const damaged = { code: 'context_damaged', status: 409, snapshotId: SNAPSHOT };
    await expect(read(owner, LOST)).rejects.toMatchObject(damaged);
    await damageBlob(sha256(PUSHED));
    await expect(read(owner, PUSHED)).rejects.toMatchObject(damaged);
  });
});
