import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { getDb } from '../../client';
import { insertConversation } from '../conversations/insert-conversation';
import { findEntries } from './find-entries';

/** More than are gathered by the index of words. */
const TEXTS = 6_000;

describe.each(testDatabaseKinds())('a word that is nearly everywhere, on %s', (kind) => {
  useTestDatabase(kind);

  it('is found in the newest that may be seen, and with a filter however old it is', async () => {
    const db = await getDb();
    const owner = await insertPerson();
    const member = await insertPerson({ memberOf: { workspaceId: owner.workspaceId, role: 'member' } });
    const conversation = async (of: typeof owner, more: { labels?: string[]; isShown?: boolean }) => {
      const visibility = more.isShown ? ('workspace' as const) : ('private' as const);
      const values = { workspaceId: owner.workspaceId, title: '', visibility, labels: more.labels ?? [] };
      return (await insertConversation(of, values))?.id ?? '';
    };
    const write = (id: string, count: number, daysAgo: number) =>
      db.execute(sql`insert into search_entry (id, conversation_id, workspace_id, kind, at, seq, words)
        select gen_random_uuid(), ${id}::uuid, ${owner.workspaceId}::uuid, 'answer',
          now() - ${daysAgo} * interval '1 day' - n * interval '1 second', 1, '''common'''::tsvector
        from generate_series(1, ${count}) n`);
    const own = await conversation(owner, {});
    const labelled = await conversation(owner, { labels: ['kept'], isShown: true });
    const others = await conversation(member, {});
    await write(labelled, 1, 400);
    await write(own, TEXTS / 2, 30);
    await write(others, TEXTS / 2, 0);
    await db.execute(sql`analyze search_entry`);

    const find = async (who: typeof owner, label?: string) => {
      const found = await findEntries(who, { tsquery: "'common'", label, offset: 0, limit: 3 });
      return found.map(({ conversationId }) => conversationId);
    };
    expect(await find(owner)).toEqual([own, own, own]);
    expect(await find(member)).toEqual([others, others, others]);
    expect(await find(owner, 'kept')).toEqual([labelled]);
    expect(await find(member, 'kept')).toEqual([labelled]);
    expect(await find(await insertPerson())).toEqual([]);
    expect(await findEntries(owner, { tsquery: "'nowhere'", offset: 0, limit: 3 })).toEqual([]);
  });
});
