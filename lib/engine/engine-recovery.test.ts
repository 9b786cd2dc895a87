import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { getDb, rawClient } from '@/db/client';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import { fold } from '@/lib/protocol/fold';
import { createScriptedBackend } from './testing/scripted-backend';
import { seedPerson, seedRun } from './testing/seed-run';
import { ballotOf, teamScript } from './testing/team-script';
import { createTestEngine, eventsOf, storedLog, streamText, untilEvent } from './testing/test-engine';
import { storedTeam, testTeam } from './testing/test-team';

const TERMINAL = /"type":"run\.(finished|stopped|failed)"/;

describe.each(testDatabaseKinds())('after a crash on %s', (kind) => {
  useTestDatabase(kind);
  let db: Db;

  beforeAll(async () => {
    db = await getDb();
  });

  /** Answers without a memory of its own, as a model behind a restarted server. */
  function statelessModel(tokens: number, tokenMs = 1) {
    const text = Array.from({ length: tokens }, (_, i) => `w${i} `);
    return createScriptedBackend({
      tokenMs,
      script: (call) => {
        if (call.toolChoice === 'none') return { text };
        const ballot = ballotOf(call);
        if (ballot.some((id) => id.startsWith(call.slot))) {
          return { text, tools: [{ tool: 'vote', arguments: { answer_id: [...ballot].sort()[0], reason: 'First.' } }] };
        }
        return { text, tools: [{ tool: 'new_answer', arguments: { content: `Answer of ${call.slot}` } }] };
      },
    });
  }

  test('P22: another engine goes on from the log at any point; nothing published is lost or repeated', async () => {
    const person = await seedPerson();
    // Slow enough that no machine ends the run between two crashes.
    const model = () => statelessModel(60, 5);
    const { runId } = await seedRun(person, storedTeam(testTeam()));
    let prefix = '';
    let takeOvers = 0;
    const isUnfinished = () => prefix !== '' && !TERMINAL.test(prefix);
    for (let crash = 0; crash < 12; crash++) {
      if (isUnfinished()) takeOvers += 1;
      const engine = createTestEngine(db, [model()]);
      await engine.start();
      const reader = engine.events(runId, 0, null).getReader();
      const wanted = prefix.length + 1 + ((crash * 7_919) % 1_500);
      for (let bytes = 0; bytes < wanted; ) {
        const { done, value } = await reader.read();
        if (done) break;
        bytes += value.length;
      }
      await engine.abandon();
      await reader.cancel();
      expect(engine.reports).toEqual([]);
      const events = await storedLog(db, runId);
      expect(events.startsWith(prefix)).toBe(true);
      prefix = events;
    }
    if (isUnfinished()) takeOvers += 1;
    const last = createTestEngine(db, [model()]);
    await last.start();
    const events = eventsOf(await streamText(last, runId));
    await last.stop();
    expect((await storedLog(db, runId)).startsWith(prefix)).toBe(true);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    expect(events.filter(({ type }) => /^run\.(finished|stopped|failed)$/.test(type))).toHaveLength(1);
    const resumed = events.filter(({ type }) => type === 'run.resumed').length;
    // A crash can come before a take-over is written.
    expect(resumed).toBeGreaterThan(0);
    expect(resumed).toBeLessThanOrEqual(takeOvers);
    const state = fold(runId, events);
    expect(state.status).toBe('finished');
    expect(state.answers.map(({ answerId }) => answerId).sort()).toEqual(['A.1', 'B.1', 'C.1']);
    const valid = state.votes.filter(({ voidBecause }) => voidBecause === null).map(({ slot }) => slot);
    expect(valid.sort()).toEqual(['A', 'B', 'C']);
  });

  test('the old owner writes nothing more once another has taken over', async () => {
    const { runId } = await seedRun(await seedPerson(), storedTeam(testTeam()));
    const old = createTestEngine(db, [statelessModel(10_000)], { soleProcess: false });
    await old.start();
    await untilEvent(old, runId, (event) => event.type === 'agent.delta');
    const taker = createTestEngine(db, [statelessModel(5)]);
    await taker.start();
    await expect.poll(() => old.reports.length).toBe(1);
    expect(String(old.reports[0])).toContain('Another process has taken over the run.');
    const events = eventsOf(await streamText(taker, runId));
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    expect(events.filter(({ type }) => type === 'run.resumed')).toHaveLength(1);
    await taker.stop();
    await old.abandon();
  });

  test('a run whose lease is over is taken over while others keep theirs', async () => {
    const person = await seedPerson();
    const lost = await seedRun(person, storedTeam(testTeam({ agents: 1 })));
    const kept = await seedRun(person, storedTeam(testTeam({ agents: 1 })));
    const owner = createTestEngine(db, [statelessModel(10_000)], { soleProcess: false });
    await owner.start();
    for (const { runId } of [lost, kept]) await untilEvent(owner, runId, ({ type }) => type === 'final.delta');
    await owner.abandon();
    await db.execute(sql`update run set lease_until = now() - interval '1 second' where id = ${lost.runId}`);
    const taker = createTestEngine(db, [statelessModel(5)], { soleProcess: false });
    await taker.start();
    const state = fold(lost.runId, eventsOf(await streamText(taker, lost.runId)));
    expect(state.status).toBe('finished');
    const { rows } = await db.execute(sql`select epoch from run where id = ${kept.runId}`);
    expect(rows).toEqual([{ epoch: 1 }]);
    await taker.stop();
    await db.execute(sql`delete from run where id = ${kept.runId}`);
  });

  test('a graceful stop writes what is pending and gives the run back; the next engine goes on at once', async () => {
    const { runId } = await seedRun(await seedPerson(), storedTeam(testTeam({ agents: 1 })));
    const first = createTestEngine(db, [statelessModel(10_000)], { soleProcess: false });
    await first.start();
    const seen = streamText(first, runId);
    await untilEvent(first, runId, ({ type }) => type === 'final.delta');
    await first.stop();
    const text = await seen;
    expect(text.includes('event: end')).toBe(false);
    const second = createTestEngine(db, [statelessModel(5)], { soleProcess: false });
    await second.start();
    const whole = await streamText(second, runId);
    await second.stop();
    expect(whole.startsWith(text)).toBe(true);
    expect(fold(runId, eventsOf(whole)).status).toBe('finished');
  });

  test('a database that is away for a moment costs nothing', async () => {
    let away = false;
    let refused = 0;
    const raw = await rawClient();
    const driver: { query: (...args: unknown[]) => unknown } =
      raw.kind === 'pglite' ? (raw.client as never) : (raw.pool as never);
    const query = driver.query.bind(driver);
    const flaky = vi.spyOn(driver, 'query').mockImplementation((...args) => {
      if (!away) return query(...args);
      refused += 1;
      return Promise.reject(new Error('The connection is gone.'));
    });
    const engine = createTestEngine(db, [createScriptedBackend({ script: teamScript(40), tokenMs: 2 })]);
    await engine.start();
    const { runId } = await seedRun(await seedPerson(), storedTeam(testTeam()));
    engine.submitted();
    await untilEvent(engine, runId, ({ type }) => type === 'agent.delta');
    away = true;
    await expect.poll(() => refused).toBeGreaterThan(1);
    away = false;
    const events = eventsOf(await streamText(engine, runId));
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    expect(fold(runId, events).status).toBe('finished');
    expect(engine.reports).toEqual([]);
    await engine.stop();
    flaky.mockRestore();
  });
});
