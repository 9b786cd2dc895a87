import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDb } from '@/db/client';
import { insertConversation } from '@/db/queries/conversations/insert-conversation';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Actor } from '@/lib/platform/auth/actor';
import { searchConversations } from './search-conversations';
import { searchQuery } from './search-input';

describe.each(testDatabaseKinds())('search (%s)', (kind) => {
  useTestDatabase(kind);
  let owner: Awaited<ReturnType<typeof insertPerson>>;
  let viewer: typeof owner;
  let conversationId: string;
  let turn: Awaited<ReturnType<typeof insertRun>>;
  const actorOf = ({ userId }: typeof owner): Actor =>
    ({
      userId,
      email: '',
      name: '',
      role: 'member',
      via: { kind: 'apiKey', apiKeyId: userId },
    }) as Actor;
  const find = async (person: typeof owner, query: Record<string, string>) =>
    (await searchConversations(actorOf(person), searchQuery.parse(query))).items;
  const say = async (messageId: string, parts: object[]) => {
    const db = await getDb();
    await db.execute(sql`update message set parts = ${JSON.stringify(parts)}::jsonb where id = ${messageId}`);
  };

  beforeAll(async () => {
    owner = await insertPerson();
    viewer = await insertPerson({ memberOf: { workspaceId: owner.workspaceId, role: 'viewer' } });
    const values = {
      workspaceId: owner.workspaceId,
      title: 'Überlandfahrt',
      visibility: 'private' as const,
      labels: ['trip'],
    };
    conversationId = (await insertConversation(owner, values))!.id;
    turn = await insertRun({
      workspaceId: owner.workspaceId,
      conversationId,
      userId: owner.userId,
      status: 'finished',
    });
    await say(turn.messageId, [
      { type: 'text', text: 'Wie weit ist es nach 東京都?' },
      {
        type: 'attachment',
        id: owner.userId,
        name: 'Route-Map.pdf',
        mediaType: 'application/pdf',
        bytes: 1,
        kind: 'document',
      },
    ]);
    await say(turn.answerMessageId, [
      { type: 'text', text: 'About <script>alert(1)</script> nine thousand kilometres.' },
    ]);
  });

  it.each([
    ['ueber', null],
    ['uberland', 'title'],
    ['TOKIO', null],
    ['東京', 'question'],
    ['route map', 'question'],
    ['"nine thousand"', 'answer'],
    ['"thousand nine"', null],
    ['kilometres -nine', null],
  ])('%s', async (q, where) => {
    const [found] = await find(owner, { q });
    if (where === null) return expect(found).toBeUndefined();
    const messageId = { title: null, question: turn.messageId, answer: turn.answerMessageId }[where];
    expect(found).toMatchObject({
      conversationId,
      messageId,
      title: 'Überlandfahrt',
      snippet: expect.stringContaining('<mark>'),
    });
  });

  it('escapes what is not a hit', async () => {
    const [found] = await find(owner, { q: 'kilometres' });
    expect(found?.snippet).toBe('About &lt;script&gt;alert(1)&lt;/script&gt; nine thousand <mark>kilometres</mark>.');
  });

  it('finds only what the reader may see', async () => {
    expect(await find(viewer, { q: 'kilometres' })).toEqual([]);
    const db = await getDb();
    await db.execute(sql`update conversation set visibility = 'workspace' where id = ${conversationId}`);
    expect(await find(viewer, { q: 'kilometres' })).toHaveLength(1);
    expect(await find(await insertPerson(), { q: 'kilometres' })).toEqual([]);
  });

  it.each([
    [{ label: 'trip' }, { label: 'other' }],
    [{ author: 'me' }, { author: crypto.randomUUID() }],
    [{ from: '2020-01-01' }, { to: '2020-01-01' }],
    [{}, { workspaceId: crypto.randomUUID() }],
    [{}, { team: 'No such team' }],
  ])('filters %o', async (taking, leaving) => {
    expect(await find(owner, { q: 'kilometres', ...taking })).toHaveLength(1);
    expect(await find(owner, { q: 'kilometres', ...leaving })).toEqual([]);
  });

  it('finds what a text has become, and nothing of what is deleted', async () => {
    await say(turn.answerMessageId, [{ type: 'text', text: 'Quite near.' }]);
    expect(await find(owner, { q: 'kilometres' })).toEqual([]);
    expect(await find(owner, { q: 'near' })).toHaveLength(1);
    const db = await getDb();
    await db.execute(sql`delete from conversation where id = ${conversationId}`);
    expect(await find(owner, { q: 'near' })).toEqual([]);
    const { rows } = await db.execute(sql`select 1 from search_entry union all select 1 from search_pending`);
    expect(rows).toHaveLength(0);
  });
});
