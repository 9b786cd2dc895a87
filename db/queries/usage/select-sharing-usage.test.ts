import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDb } from '../../client';
import { contextSnapshot } from '../../schema/contexts';
import { insertPerson } from '../../testing/insert-person';
import { insertRun } from '../../testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '../../testing/use-test-database';
import type { RunResult } from '../../types/run-result';
import { insertConversation } from '../conversations/insert-conversation';
import { selectSharingUsage } from './select-sharing-usage';

const MONTH = { from: new Date('2026-01-01'), to: new Date('2026-02-01') };
const NOTHING = {
  snapshots: 0,
  bytesStored: 0,
  captureMs: 0,
  deliveries: 0,
  deliveredTokens: 0,
  deliverMs: 0,
  failures: 0,
};

describe.each(testDatabaseKinds())('the usage of context sharing (%s)', (kind) => {
  useTestDatabase(kind);

  type Person = Awaited<ReturnType<typeof insertPerson>>;
  let owner: Person;
  let member: Person;
  let stranger: Person;
  let talk = '';

  async function share(person: Person, conversationId: string, endedAt: string | null, snapshots: number) {
    const db = await getDb();
    const place = { workspaceId: owner.workspaceId, conversationId };
    const context = { deliveries: 2, tokens: 500, deliverMs: 7, failures: 1 };
    const result = { final: null, ...(snapshots > 0 && { context }) } as RunResult;
    const { runId } = await insertRun({ ...place, userId: person.userId, status: 'finished', result });
    await db.execute(sql`update run set ended_at = ${endedAt}::timestamptz where id = ${runId}`);
    for (let seq = 1; seq <= snapshots; seq += 1) {
      await db.insert(contextSnapshot).values({
        id: uuidv7(),
        ...place,
        runId,
        slot: 'A',
        seq,
        kind: 'tools',
        hash: 'h',
        isComplete: false,
        bytes: 100,
        tookMs: 5,
      });
    }
  }

  beforeAll(async () => {
    owner = await insertPerson();
    const { workspaceId } = owner;
    member = await insertPerson({ memberOf: { workspaceId, role: 'member' } });
    stranger = await insertPerson();
    const values = { workspaceId, title: 'Talk', visibility: 'private' as const, labels: [] };
    talk = (await insertConversation(owner, values))!.id;
    const other = (await insertConversation(owner, values))!.id;
    await share(owner, talk, '2026-01-10T12:00:00Z', 3);
    await share(owner, other, '2026-01-11T12:00:00Z', 1);
    await share(owner, other, '2026-01-12T12:00:00Z', 0);
    await share(owner, talk, '2026-03-01T12:00:00Z', 1);
    await share(owner, talk, null, 1);
    await share(member, (await insertConversation(member, values))!.id, '2026-01-12T12:00:00Z', 1);
  });

  it('is summed up for a person, a workspace or a conversation', async () => {
    expect(await selectSharingUsage(owner, { ...MONTH, scope: 'own' })).toEqual({
      snapshots: 4,
      bytesStored: 400,
      captureMs: 20,
      deliveries: 4,
      deliveredTokens: 1000,
      deliverMs: 14,
      failures: 2,
    });
    expect(await selectSharingUsage(owner, { ...MONTH, scope: 'workspace' })).toMatchObject({
      snapshots: 5,
      failures: 3,
    });
    const one = await selectSharingUsage(owner, { ...MONTH, scope: 'own', conversationId: talk });
    expect(one).toMatchObject({ snapshots: 3, deliveries: 2 });
  });

  it('shows a workspace’s to its administrators only, and nobody’s to strangers', async () => {
    expect(await selectSharingUsage(member, { ...MONTH, scope: 'workspace' })).toEqual(NOTHING);
    expect(await selectSharingUsage(member, { ...MONTH, scope: 'own' })).toMatchObject({ snapshots: 1 });
    expect(await selectSharingUsage(stranger, { ...MONTH, scope: 'own', conversationId: talk })).toEqual(NOTHING);
  });
});
