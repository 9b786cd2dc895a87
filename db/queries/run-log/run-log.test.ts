import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Person, seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { getDb } from '../../client';
import { testDatabaseKinds, useTestDatabase } from '../../testing/use-test-database';
import type { Db } from '../../types/database';
import { claimAbandonedRuns } from './claim-abandoned-runs';
import { claimNextRun } from './claim-next-run';
import { claimQueuedRun } from './claim-queued-run';
import { commitBatches, type LogBatch } from './commit-batches';
import { extendLeases } from './extend-leases';
import { readLog } from './read-log';
import { readPath } from './read-path';
import { releaseLeases } from './release-leases';

const TEAM = { name: 'T', agents: [{ backend: { type: 'scripted' } }] };
const LIMITS = { perUser: 2, perWorkspace: 20 };
const ONE = { owner: 'one', leaseMs: 10_000 };
const TWO = { owner: 'two', leaseMs: 10_000 };

describe.each(testDatabaseKinds())('the run log on %s', (kind) => {
  useTestDatabase(kind);
  let db: Db;
  let person: Person;

  beforeAll(async () => {
    db = await getDb();
  });

  async function fresh() {
    await db.execute(sql`delete from run`);
    person = await seedPerson();
  }

  function batch(runId: string, epoch: number, firstSeq: number, lines: string[]): LogBatch {
    const events = lines.map((line) => `${line}\n`).join('');
    return { runId, epoch, firstSeq, lastSeq: firstSeq + lines.length - 1, events, end: null };
  }

  test('batches of several runs are written in one commit and read back byte for byte', async () => {
    await fresh();
    const one = await seedRun(person, TEAM);
    const two = await seedRun(person, TEAM);
    for (let i = 0; i < 2; i++) await claimNextRun(db, ONE, LIMITS);
    const lines = ['{"seq":1,"text":"quote \\" back\\\\slash {brace} ü \\u0000"}', '{"seq":2}'];
    const lost = await commitBatches(db, [batch(one.runId, 1, 1, lines), batch(two.runId, 1, 1, ['{"seq":1}'])]);
    expect(lost).toEqual(new Set());
    await commitBatches(db, [batch(one.runId, 1, 3, ['{"seq":3}'])]);
    expect(await readLog(db, one.runId, 0)).toEqual({
      events: `${lines.join('\n')}\n{"seq":3}\n`,
      firstSeq: 1,
      lastSeq: 3,
      more: false,
    });
    expect(await readLog(db, one.runId, 2)).toEqual({ events: '{"seq":3}\n', firstSeq: 3, lastSeq: 3, more: false });
    expect(await readLog(db, one.runId, 3)).toEqual({ events: '', firstSeq: 0, lastSeq: 0, more: false });
  });

  test('the write of a process whose run has been taken over is refused, the others go through', async () => {
    await fresh();
    const lost = await seedRun(person, TEAM);
    const kept = await seedRun(person, TEAM);
    for (let i = 0; i < 2; i++) await claimNextRun(db, ONE, LIMITS);
    await db.execute(sql`update run set lease_until = now() - interval '1 second' where id = ${lost.runId}`);
    const taken = await claimAbandonedRuns(db, TWO, { soleDriver: null, limit: 10 });
    expect(taken.map(({ id, epoch }) => ({ id, epoch }))).toEqual([{ id: lost.runId, epoch: 2 }]);
    const both = [batch(lost.runId, 1, 1, ['{}']), batch(kept.runId, 1, 1, ['{}'])];
    expect(await commitBatches(db, both)).toEqual(new Set([lost.runId]));
    expect((await readLog(db, kept.runId, 0)).lastSeq).toBe(1);
    expect((await readLog(db, lost.runId, 0)).lastSeq).toBe(0);
    expect(
      await extendLeases(db, ONE, [
        { runId: lost.runId, epoch: 1 },
        { runId: kept.runId, epoch: 1 },
      ]),
    ).toEqual(new Set([kept.runId]));
  });

  test('the only process takes over what it does not drive, and leaves what it drives whatever the lease says', async () => {
    await fresh();
    const [driven, forgotten, young, foreign] = [
      await seedRun(person, TEAM),
      await seedRun(person, TEAM),
      await seedRun(person, TEAM),
      await seedRun(person, TEAM),
    ];
    for (let i = 0; i < 4; i++) await claimNextRun(db, ONE, { ...LIMITS, perUser: 4 });
    const expired = sql`lease_until = now() - interval '1 second'`;
    await db.execute(sql`update run set ${expired} where id in (${driven.runId}, ${forgotten.runId})`);
    await db.execute(sql`update run set owner = ${TWO.owner} where id = ${foreign.runId}`);
    const soleDriver = { runIds: [driven.runId] };
    const taken = await claimAbandonedRuns(db, ONE, { soleDriver, limit: 10 });
    expect(taken.map(({ id }) => id).sort()).toEqual([forgotten.runId, foreign.runId].sort());
    const { rows } = await db.execute(sql`select id from run where epoch = 1 order by id`);
    expect(rows.map(({ id }) => id)).toEqual([driven.runId, young.runId].sort());
  });

  test('the end writes status, result and the assistant message, and nothing can follow it', async () => {
    await fresh();
    const { runId, answerMessageId } = await seedRun(person, TEAM, { input: 'Q' });
    await claimNextRun(db, ONE, LIMITS);
    const end = { status: 'finished' as const, result: { final: 'F' } as never, final: 'F' };
    await commitBatches(db, [{ ...batch(runId, 1, 1, ['{}']), end }]);
    const { rows } = await db.execute(
      sql`select status, seq, result->>'final' as final, ended_at is not null as ended from run`,
    );
    expect(rows).toEqual([{ status: 'finished', seq: 1, final: 'F', ended: true }]);
    expect(await readPath(db, answerMessageId)).toEqual([
      { id: expect.any(String), role: 'user', parts: [{ type: 'text', text: 'Q' }] },
      { id: answerMessageId, role: 'assistant', parts: [{ type: 'text', text: 'F' }] },
    ]);
    for (const soleProcess of [false, true])
      expect(await commitBatches(db, [batch(runId, 1, 2, ['{}'])], soleProcess)).toEqual(new Set([runId]));
    await db.execute(sql`delete from run where id = ${runId}`);
    expect((await readLog(db, runId, 0)).lastSeq).toBe(0);
  });

  test('the end writes what the run has used, once and apart from the run itself', async () => {
    await fresh();
    await db.execute(sql`delete from usage_entry`);
    const { runId, conversationId } = await seedRun(person, TEAM);
    await claimNextRun(db, ONE, LIMITS);
    const figures = { inputTokens: 10, outputTokens: 5, cachedTokens: 2, reasoningTokens: 1, estimatedTokens: 0 };
    const entry = { slot: 'A', phase: 'vote', backend: 'scripted', model: 'm', requests: 2, ...figures };
    const usage = [
      { ...entry, unpricedTokens: 0, costUsd: 0.25, priceDate: '2026-01-02' },
      { ...entry, phase: 'presentation', unpricedTokens: 15, costUsd: null, priceDate: null },
    ];
    const end = { status: 'finished' as const, result: { usage } as never, final: 'F' };
    await commitBatches(db, [{ ...batch(runId, 1, 1, ['{}']), end }]);
    await commitBatches(db, [{ ...batch(runId, 1, 2, ['{}']), end }]);
    await db.execute(sql`delete from run`);
    const { rows } =
      await db.execute(sql`select user_id, conversation_id, phase, requests, input_tokens::int, cost_usd, price_date
      from usage_entry order by phase desc`);
    const common = { user_id: person.userId, conversation_id: conversationId, requests: 2, input_tokens: 10 };
    expect(rows).toEqual([
      { ...common, phase: 'vote', cost_usd: 0.25, price_date: '2026-01-02' },
      { ...common, phase: 'presentation', cost_usd: null, price_date: null },
    ]);
  });

  test("a run waits for its user's and workspace's limits and for the earlier turns of its branch", async () => {
    await fresh();
    const first = await seedRun(person, TEAM);
    const followUp = await seedRun(person, TEAM, { conversationId: first.conversationId });
    const sibling = await seedRun(person, TEAM, { conversationId: first.conversationId, parentMessageId: null });
    const other = await seedRun(person, TEAM);
    expect((await claimNextRun(db, ONE, LIMITS)).run?.id).toBe(first.runId);
    expect((await claimNextRun(db, ONE, LIMITS)).run?.id).toBe(sibling.runId);
    expect((await claimNextRun(db, ONE, LIMITS)).run).toBeNull();
    expect((await claimNextRun(db, ONE, { perUser: 9, perWorkspace: 2 })).run).toBeNull();
    expect((await claimNextRun(db, ONE, { perUser: 9, perWorkspace: 9 })).run?.id).toBe(other.runId);
    expect((await claimNextRun(db, ONE, { perUser: 9, perWorkspace: 9 })).run).toBeNull();
    await db.execute(sql`update run set status = 'finished' where id = ${first.runId}`);
    expect((await claimNextRun(db, ONE, { perUser: 9, perWorkspace: 9 })).run?.id).toBe(followUp.runId);
  });

  test('many claims at the same moment never go over the limit', async () => {
    await fresh();
    for (let i = 0; i < 6; i++) await seedRun(person, TEAM);
    const claims = await Promise.all(Array.from({ length: 8 }, (_, i) => claimNextRun(db, i % 2 ? ONE : TWO, LIMITS)));
    expect(claims.filter(({ run }) => run !== null)).toHaveLength(2);
  });

  test('a queued run can be claimed for its end whatever the limits are; released runs are free at once', async () => {
    await fresh();
    const { runId } = await seedRun(person, TEAM);
    expect((await claimQueuedRun(db, ONE, runId))?.id).toBe(runId);
    expect(await claimQueuedRun(db, TWO, runId)).toBeNull();
    await releaseLeases(db, 'one');
    expect(await commitBatches(db, [batch(runId, 1, 1, ['{}'])])).toEqual(new Set([runId]));
    expect(await claimAbandonedRuns(db, TWO, { soleDriver: null, limit: 10 })).toHaveLength(1);
  });
});
