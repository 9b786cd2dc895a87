import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDb } from '@/db/client';
import { storeBlobs } from '@/db/queries/blobs/store-blobs';
import { commitBatches } from '@/db/queries/run-log/commit-batches';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { newConversationInput } from '@/lib/features/conversations/conversation-input';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { readResultContent } from './read-result-content';

const PICTURE = Buffer.from('\x89PNG\r\n\x1a\n and more', 'latin1');
const PAGE = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const SECRET = Buffer.from('what no result of this run has given');
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe.each(testDatabaseKinds())('what a tool has given besides text, on %s', (kind) => {
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
    const place = { workspaceId: owner.workspaceId, conversationId: talk.id, userId: owner.userId };
    ({ runId } = await insertRun({ ...place, status: 'running' }));
    ({ runId: otherRunId } = await insertRun({ ...place, status: 'running' }));
    const db = await getDb();
    await storeBlobs(
      db,
      [PICTURE, PAGE, SECRET].map((content) => ({ hash: sha256(content), content })),
    );
    const call = { slot: 'A', callId: 'c1', toolCallId: 't1', server: 'web', tool: 'look', isError: false, tookMs: 1 };
    const content = [PICTURE, PAGE].map((one) => ({ kind: 'image', hash: sha256(one), bytes: one.length }));
    const events = [{ type: 'tool.finished', ...call, result: `[Image] ${sha256(SECRET)}`, content }];
    const lines = events.map((event) => `${JSON.stringify({ seq: 1, ...event })}\n`).join('');
    const batch = { runId, epoch: 0, firstSeq: 1, lastSeq: 1, events: lines, end: null };
    expect(await commitBatches(db, [batch])).toEqual(new Set());
  });

  const read = (person: typeof owner, content: Buffer, of = runId) => readResultContent(person, of, sha256(content));

  it('is a picture, for all who see the run', async () => {
    for (const person of [owner, viewer]) {
      const response = await read(person, PICTURE);
      const headers = Object.fromEntries(response.headers);
      expect(headers).toMatchObject({ 'content-type': 'image/png', 'content-disposition': 'inline' });
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(Buffer.from(await response.arrayBuffer())).toEqual(PICTURE);
    }
  });

  it('is saved where it is no picture, whatever its server says', async () => {
    const { headers } = await read(owner, PAGE);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is nothing to strangers, and nothing where no result of the run names it', async () => {
    await expect(read(stranger, PICTURE)).rejects.toMatchObject({ code: 'not_found' });
    await expect(read(owner, SECRET)).rejects.toMatchObject({ code: 'not_found' });
    await expect(read(owner, PICTURE, otherRunId)).rejects.toMatchObject({ code: 'not_found' });
  });
});
