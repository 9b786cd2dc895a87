import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Person, seedPerson } from '@/lib/engine/testing/seed-run';
import { getDb } from '../../client';
import { insertPerson } from '../../testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '../../testing/use-test-database';
import type { Db } from '../../types/database';
import { insertTurn } from './insert-turn';
import { startTurn } from './start-turn';
import type { NewTurn } from './turn-insertion';

const TEAM = { name: 'T', agents: [{ backend: { type: 'scripted' } }] };
const TERMS = { owner: 'one', leaseMs: 10_000 };
const LIMITS = { perUser: 3, perWorkspace: 20 };

/** More than the connections of the pool, so that some wait for one while others hold the lock. */
const AT_ONCE = 24;

describe.each(testDatabaseKinds())('runs that begin at once, on %s', (kind) => {
  useTestDatabase(kind);
  let db: Db;
  let person: Person;

  beforeAll(async () => {
    db = await getDb();
  });

  beforeEach(async () => {
    await db.execute(sql`delete from run`);
    person = await seedPerson();
  });

  function turn(of: Partial<NewTurn> = {}): NewTurn {
    return {
      ids: { run: uuidv7(), message: uuidv7(), answerMessage: uuidv7(), conversation: uuidv7() },
      conversationId: null,
      title: 'Title',
      parentMessageId: undefined,
      input: 'Question',
      attachmentIds: [],
      maxAttachedBytes: 0,
      team: TEAM,
      maxUnfinished: 100,
      ...of,
    };
  }

  const start = (of: Partial<NewTurn> = {}) => startTurn(person, turn(of), TERMS, LIMITS, false);
  const end = (runId: string) => db.execute(sql`update run set status = 'finished' where id = ${runId}`);

  test('no more begin than may, however many ask in the same moment', async () => {
    const begun = await Promise.all(Array.from({ length: AT_ONCE }, () => start()));
    expect(begun.filter(Boolean)).toHaveLength(LIMITS.perUser);
    const { rows } = await db.execute(sql`select status, owner, epoch from run`);
    expect(rows).toEqual(Array.from({ length: LIMITS.perUser }, () => ({ status: 'running', owner: 'one', epoch: 1 })));
  });

  test('of several follow-ups in the same moment one begins, behind the answer before', async () => {
    const first = await start();
    if (!first) throw new Error('The first turn did not begin.');
    const { conversationId } = first;
    expect(await start({ conversationId })).toBeNull();
    await end(first.id);
    const begun = await Promise.all(Array.from({ length: AT_ONCE }, () => start({ conversationId })));
    const [one, ...others] = begun.filter((run) => run !== null);
    expect(others).toEqual([]);
    const { rows } = await db.execute<{ answer: string }>(
      sql`select answer_message_id as answer from run where id = ${first.id}`,
    );
    expect(one).toMatchObject({ conversationId, parentId: rows[0]?.answer, epoch: 1, mayHaveLog: false });
  });

  test('what several people ask in the same moment stands one behind the other', async () => {
    const first = await start();
    if (!first) throw new Error('The first turn did not begin.');
    const { conversationId } = first;
    await db.execute(sql`update conversation set visibility = 'workspace' where id = ${conversationId}`);
    const memberOf = { workspaceId: first.workspaceId, role: 'member' as const };
    const people = await Promise.all([1, 2, 3, 4, 5, 6].map(() => insertPerson({ memberOf })));
    // All of them look at the answer that is there.
    for (const { userId } of people)
      await db.execute(sql`insert into reading (conversation_id, user_id, leaf_id)
        select ${conversationId}, ${userId}, answer_message_id from run where id = ${first.id}`);
    const asked = await Promise.all(people.map((who) => insertTurn(who, turn({ conversationId }), async () => {})));
    expect(asked.every(({ ok }) => ok)).toBe(true);
    const { rows } = await db.execute<{ parents: number; questions: number }>(sql`
      select count(distinct parent_id)::int as parents, count(*)::int as questions from message
      where conversation_id = ${conversationId} and role = 'user' and parent_id is not null`);
    expect(rows).toEqual([{ parents: people.length, questions: people.length }]);
  });

  test('a turn stands where it was asked to, or does not begin', async () => {
    const first = await start();
    if (!first) throw new Error('The first turn did not begin.');
    await end(first.id);
    const { conversationId, messageId } = first;
    const root = await start({ conversationId, parentMessageId: null });
    expect(root?.parentId).toBeNull();
    await end(root?.id ?? '');
    const behind = await start({ conversationId, parentMessageId: messageId });
    expect(behind?.parentId).toBe(messageId);
    await end(behind?.id ?? '');
    expect(await start({ conversationId, parentMessageId: uuidv7() })).toBeNull();
    expect(await start({ parentMessageId: messageId })).toBeNull();
    expect(await start({ conversationId: uuidv7() })).toBeNull();
    const stranger = await seedPerson();
    expect(await startTurn(stranger, turn({ conversationId }), TERMS, LIMITS, false)).toBeNull();
  });

  test('where a policy is laid down it begins only for who has read it', async () => {
    const first = await start();
    if (!first) throw new Error('The first turn did not begin.');
    const { conversationId, workspaceId } = first;
    await end(first.id);
    await db.execute(sql`insert into workspace_policy (workspace_id, policy) values (${workspaceId}, '{}'::jsonb)`);
    for (const of of [{}, { conversationId }, { conversationId, parentMessageId: null }]) {
      expect(await start(of)).toBeNull();
      const begun = await startTurn(person, turn(of), TERMS, LIMITS, true);
      expect(begun).toMatchObject({ workspaceId });
      await end(begun?.id ?? '');
    }
  });
});
