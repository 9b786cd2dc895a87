import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { listen } from '@/db/listen';
import { CONTROL_CHANNEL } from '@/db/queries/run-control/control-channel';
import { insertControl } from '@/db/queries/run-control/insert-control';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import type { RunEvent } from '@/lib/protocol/event';
import { createScriptedBackend } from './testing/scripted-backend';
import { seedPerson, seedRun } from './testing/seed-run';
import { createTestEngine, eventsOf, storedLog, streamText, type TestEngine, untilEvent } from './testing/test-engine';
import { storedTeam, testTeam } from './testing/test-team';

const ENDLESS = Array.from({ length: 100_000 }, () => 'word ');

/** Two engines on one database are two processes: each has its own bus, its own drivers and its own name. */
describe.each(testDatabaseKinds())('control where the run is not driven, on %s', (kind) => {
  useTestDatabase(kind);
  let db: Db;
  const engines: TestEngine[] = [];

  beforeAll(async () => {
    db = await getDb();
  });

  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.stop();
  });

  async function process(): Promise<TestEngine> {
    const endless = createScriptedBackend({ script: () => ({ text: ENDLESS, tokenMs: 5 }) });
    const engine = createTestEngine(db, [endless], {
      soleProcess: false,
      onStoredControl: (heard) => listen(CONTROL_CHANNEL, heard, () => {}),
    });
    engines.push(engine);
    await engine.start();
    return engine;
  }

  async function talkingRun(driver: TestEngine): Promise<string> {
    const { runId } = await seedRun(await seedPerson(), storedTeam(testTeam({ agents: 2 })));
    driver.submitted();
    await untilEvent(driver, runId, ({ type }) => type === 'agent.delta');
    return runId;
  }

  async function storedEvents(runId: string): Promise<RunEvent[]> {
    return (await storedLog(db, runId))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as RunEvent);
  }

  async function openRequests(): Promise<number> {
    const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from run_control`);
    return rows[0]?.n ?? -1;
  }

  test('reaches the driver, comes into the log once, and leaves nothing behind', async () => {
    const driver = await process();
    const runId = await talkingRun(driver);
    const other = await process();
    expect(await other.control(runId, { type: 'steer', text: 'Mind the budget.' })).toEqual({ ok: true });
    // A driver that is slow to hear of it finds it stored; as a rule it is in the log when it is acknowledged.
    const steered = async () => (await storedEvents(runId)).filter(({ type }) => type === 'steer.received').length;
    await expect.poll(steered).toBe(1);
    expect(await other.control(runId, { type: 'stop', slot: 'Z' })).toMatchObject({ ok: false, code: 'invalid' });
    const viewer = streamText(other, runId);
    expect(await other.control(runId, { type: 'stop' })).toEqual({ ok: true });
    // Who looks on there sees it too, to the end.
    expect(eventsOf(await viewer).at(-1)).toMatchObject({ type: 'run.stopped' });
    expect((await storedEvents(runId)).at(-1)).toMatchObject({ type: 'run.stopped' });
    expect(await steered()).toBe(1);
    expect(await other.control(runId, { type: 'stop' })).toMatchObject({ ok: false, code: 'unavailable' });
    expect(await openRequests()).toBe(0);
  });

  test('holds while nobody drives the run: whoever takes it over hears of it, once', async () => {
    const gone = await process();
    const runId = await talkingRun(gone);
    const other = await process();
    await gone.abandon();
    engines.splice(engines.indexOf(gone), 1);
    expect(await other.control(runId, { type: 'stop', slot: 'Z' })).toMatchObject({ ok: false, code: 'invalid' });
    expect(await other.control(runId, { type: 'stop', slot: 'B' })).toEqual({ ok: true });
    expect((await storedEvents(runId)).filter(({ type }) => type === 'agent.stopped')).toHaveLength(0);
    await db.execute(sql`update run set lease_until = now() - interval '1 second' where id = ${runId}`);
    await untilEvent(other, runId, ({ type }) => type === 'agent.stopped');
    expect(await other.control(runId, { type: 'stop' })).toEqual({ ok: true });
    const stops = (await storedEvents(runId)).filter(({ type }) => type === 'agent.stopped');
    expect(stops).toMatchObject([{ slot: 'B', controlId: expect.any(String) }]);
  });

  test('a driver that wrote the request and was gone before it could say so: the next writes it not again', async () => {
    const driver = await process();
    const runId = await talkingRun(driver);
    const id = await insertControl(db, runId, { type: 'steer', text: 'Only once.' });
    await untilEvent(driver, runId, ({ type }) => type === 'steer.received');
    await driver.abandon();
    engines.splice(engines.indexOf(driver), 1);
    await db.execute(sql`update run_control set answer = null where id = ${id}`);
    await db.execute(sql`update run set lease_until = now() - interval '1 second' where id = ${runId}`);
    const taker = await process();
    await untilEvent(taker, runId, ({ type }) => type === 'run.resumed');
    await expect
      .poll(async () => (await db.execute(sql`select 1 from run_control where id = ${id} and answer is null`)).rows)
      .toEqual([]);
    expect(await taker.control(runId, { type: 'stop' })).toEqual({ ok: true });
    // A driver that is slow to hear of it finds it stored; as a rule it is in the log when it is acknowledged.
    const steered = async () => (await storedEvents(runId)).filter(({ type }) => type === 'steer.received').length;
    await expect.poll(steered).toBe(1);
  });
});
