import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import {
  changePersonalSettings,
  getPersonalSettings,
  personalSettingsChanges,
  previewRetention,
} from '@/lib/features/users/personal-settings';
import { keepRetention } from './keep-retention';

describe.each(testDatabaseKinds())('how long a person keeps conversations, on %s', (kind) => {
  useTestDatabase(kind);

  /** Conversations by what is special about them, all of them as old. */
  async function conversationsOf(person: Awaited<ReturnType<typeof insertPerson>>, days: number) {
    const db = await getDb();
    const ids: Record<string, string> = {};
    for (const title of ['plain', 'pinned', 'published', 'shared', 'revoked', 'running']) {
      ids[title] = (await createConversation(person, { title, visibility: 'private', labels: [] })).id;
    }
    const { plain: _, pinned, published, shared, revoked, running } = ids as Record<string, string>;
    await db.execute(sql`insert into reading (conversation_id, user_id, pinned_at) values (${pinned}, ${person.userId}, now())
      on conflict (conversation_id, user_id) do update set pinned_at = now()`);
    await db.execute(sql`update conversation set visibility = 'workspace' where id = ${published}`);
    for (const id of [shared, revoked])
      await db.execute(sql`insert into share (id, workspace_id, conversation_id, owner_id, leaf_id, level, mode, audience, token_hash, token_ciphertext, revoked_at)
        values (gen_random_uuid(), ${person.workspaceId}, ${id}, ${person.userId}, gen_random_uuid(), 'final', 'live', 'anyone', ${`hash of ${id}`}, 'x', ${id === revoked ? new Date() : null})`);
    await insertRun({ ...person, conversationId: running ?? '', status: 'running' });
    await db.execute(
      sql`update conversation set updated_at = now() - make_interval(days => ${days}::int) where owner_id = ${person.userId}`,
    );
    return ids;
  }

  async function left({ userId }: { userId: string }): Promise<string[]> {
    const { rows } = await (await getDb()).execute<{ title: string }>(
      sql`select title from conversation where owner_id = ${userId} order by title`,
    );
    return rows.map(({ title }) => title);
  }

  const ALL = ['pinned', 'plain', 'published', 'revoked', 'running', 'shared'];

  test('is for ever, until they say otherwise; the preview says what would go, and goes by the same rule', async () => {
    const [person, other] = [await insertPerson(), await insertPerson()];
    await conversationsOf(person, 40);
    await conversationsOf(other, 40);
    expect(await getPersonalSettings(person)).toEqual({ titles: 'model', retentionDays: null });
    await keepRetention();
    expect(await left(person)).toEqual(ALL);
    expect(await previewRetention(person, 41)).toEqual({ conversations: 0, kept: 0 });
    expect(await previewRetention(person, 39)).toEqual({ conversations: 2, kept: 3 });
    expect(await changePersonalSettings(person, { retentionDays: 39 })).toEqual({ titles: 'model', retentionDays: 39 });
    await keepRetention();
    expect(await left(person)).toEqual(['pinned', 'published', 'running', 'shared']);
    expect(await left(other)).toEqual(ALL);
    expect(await changePersonalSettings(person, { retentionDays: null, titles: 'rule' })).toEqual({
      ...{ titles: 'rule', retentionDays: null },
    });
  });

  test.each([
    {},
    { retentionDays: 0 },
    { retentionDays: 1.5 },
    { retentionDays: 40_000 },
    { titles: 'x' },
    { more: 1 },
  ])('is not changed by %j', (given) => expect(personalSettingsChanges.safeParse(given).success).toBe(false));
});
