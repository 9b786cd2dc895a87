import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDb } from '../../client';
import { usageEntry } from '../../schema/usage';
import { insertPerson } from '../../testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '../../testing/use-test-database';
import { insertConversation } from '../conversations/insert-conversation';
import { selectUsage } from './select-usage';

const ALL = { from: new Date('2026-01-01'), to: new Date('2026-02-01'), limit: 100 };

describe.each(testDatabaseKinds())('usage (%s)', (kind) => {
  useTestDatabase(kind);

  type Person = Awaited<ReturnType<typeof insertPerson>>;
  let owner: Person;
  let member: Person;
  let stranger: Person;
  let talk = '';
  let hidden = '';

  async function spend(person: Person, conversationId: string, entry: Partial<typeof usageEntry.$inferInsert>) {
    await (await getDb()).insert(usageEntry).values({
      runId: randomUUID(),
      slot: 'A',
      phase: 'coordination',
      backend: 'claude',
      model: 'dear',
      workspaceId: owner.workspaceId,
      userId: person.userId,
      conversationId,
      at: new Date('2026-01-10T23:59:00Z'),
      requests: 1,
      inputTokens: 100,
      outputTokens: 10,
      cachedTokens: 40,
      reasoningTokens: 5,
      unpricedTokens: 0,
      estimatedTokens: 0,
      costUsd: 0.5,
      priceDate: '2025-11-24',
      ...entry,
    });
  }

  beforeAll(async () => {
    owner = await insertPerson();
    const { workspaceId } = owner;
    member = await insertPerson({ memberOf: { workspaceId, role: 'member' } });
    stranger = await insertPerson();
    talk = (await insertConversation(owner, { workspaceId, title: 'Talk', visibility: 'private', labels: [] }))!.id;
    hidden = (await insertConversation(member, { workspaceId, title: 'Hidden', visibility: 'private', labels: [] }))!
      .id;
    await spend(owner, talk, {});
    await spend(owner, talk, { at: new Date('2026-01-11T00:01:00Z'), model: 'free', costUsd: 0 });
    await spend(member, hidden, { model: 'unknown', costUsd: null, unpricedTokens: 110, priceDate: null });
    await spend(owner, randomUUID(), { at: new Date('2026-03-01T00:00:00Z') });
  });

  it('is summed up by day, newest first, in UTC', async () => {
    const rows = await selectUsage(owner, 'day', { ...ALL, scope: 'own' });
    expect(rows.map(({ key, costUsd, inputTokens }) => ({ key, costUsd, inputTokens }))).toEqual([
      { key: '2026-01-11', costUsd: 0, inputTokens: 100 },
      { key: '2026-01-10', costUsd: 0.5, inputTokens: 100 },
    ]);
  });

  it('keeps an unknown price unknown, also beside known ones', async () => {
    const rows = await selectUsage(owner, 'model', { ...ALL, scope: 'workspace' });
    expect(rows.map(({ key, backend, costUsd, unpricedTokens }) => [backend, key, costUsd, unpricedTokens])).toEqual([
      ['claude', 'dear', 0.5, 0],
      ['claude', 'free', 0, 0],
      ['claude', 'unknown', null, 110],
    ]);
    expect(await selectUsage(owner, 'all', { ...ALL, scope: 'workspace' })).toMatchObject([
      { runs: 3, requests: 3, inputTokens: 300, cachedTokens: 120, costUsd: 0.5, unpricedTokens: 110 },
    ]);
  });

  it('names a conversation only for those who may see it', async () => {
    const rows = await selectUsage(owner, 'conversation', { ...ALL, scope: 'workspace' });
    expect(rows.map(({ key, title, runs }) => ({ key, title, runs }))).toEqual([
      { key: talk, title: 'Talk', runs: 2 },
      { key: null, title: null, runs: 1 },
    ]);
    expect(await selectUsage(member, 'conversation', { ...ALL, scope: 'own' })).toMatchObject([
      { key: hidden, title: 'Hidden', costUsd: null },
    ]);
  });

  it('shows a workspace’s to its administrators only, and nobody’s to strangers', async () => {
    expect(await selectUsage(member, 'all', { ...ALL, scope: 'workspace' })).toEqual([]);
    expect(await selectUsage(stranger, 'all', { ...ALL, scope: 'own' })).toEqual([]);
    expect(await selectUsage(stranger, 'all', { ...ALL, scope: 'workspace' })).toEqual([]);
    expect(await selectUsage(stranger, 'all', { ...ALL, scope: 'own', conversationId: talk })).toEqual([]);
    expect(await selectUsage(member, 'all', { ...ALL, scope: 'own' })).toMatchObject([{ runs: 1 }]);
  });
});
