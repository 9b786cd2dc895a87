import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import { fold } from '@/lib/protocol/fold';
import { createScriptedBackend, type ScriptedBackend } from './testing/scripted-backend';
import { seedPerson, seedRun } from './testing/seed-run';
import { teamScript } from './testing/team-script';
import { createTestEngine, eventsOf, streamText, type TestEngine, untilEvent } from './testing/test-engine';
import { storedTeam, type TestTeamOptions, testTeam } from './testing/test-team';

const ENDLESS = Array.from({ length: 100_000 }, () => 'word ');

describe.each(testDatabaseKinds())('the budget of a run on %s', (kind) => {
  useTestDatabase(kind);
  let db: Db;
  let engine: TestEngine;

  beforeAll(async () => {
    db = await getDb();
  });

  afterEach(async () => {
    await engine.stop();
    expect(engine.reports).toEqual([]);
  });

  async function begin(backend: ScriptedBackend, team: TestTeamOptions) {
    engine = createTestEngine(db, [backend]);
    await engine.start();
    const { runId } = await seedRun(await seedPerson(), storedTeam(testTeam(team)));
    engine.submitted();
    return runId;
  }

  test('P16: ends a request in mid-stream and keeps the answer that is published', async () => {
    const answer = teamScript(2);
    const backend = createScriptedBackend({
      script: (call) => (call.slot === 'A' ? answer(call) : { text: ENDLESS, tokenMs: 1 }),
    });
    const runId = await begin(backend, { agents: 2, limits: { maxTokens: 300 } });
    const events = eventsOf(await streamText(engine, runId));
    const state = fold(runId, events);
    expect(state.boundsHit.map(({ bound }) => bound)).toEqual(['maxTokens']);
    expect(state).toMatchObject({ status: 'finished', final: { answerId: 'A.1', presented: false } });
    expect(backend.produced.tokens).toBeLessThan(ENDLESS.length / 2);
    const estimated = events.filter((event) => event.type === 'usage' && event.estimated);
    expect(estimated).toMatchObject([{ slot: 'B', backend: 'scripted', model: 'scripted', costUsd: null }]);
    const { rows } = await db.execute(sql`select slot, estimated_tokens::int as estimated from usage_entry
      where run_id = ${runId} order by slot`);
    expect(rows).toMatchObject([
      { slot: 'A', estimated: 0 },
      { slot: 'B', estimated: state.usage.estimatedTokens },
    ]);
    expect(state.usage.estimatedTokens).toBeGreaterThan(200);
  });

  test('P16: one that is told that a cap is reached ends as if its own budget were used up', async () => {
    const answer = teamScript(2);
    const backend = createScriptedBackend({
      script: (call) => (call.slot === 'A' ? answer(call) : { text: ENDLESS, tokenMs: 1 }),
    });
    const runId = await begin(backend, { agents: 2 });
    const stream = streamText(engine, runId);
    await untilEvent(engine, runId, (event) => event.type === 'answer.posted');
    expect(await engine.control(runId, { type: 'capReached' })).toEqual({ ok: true });
    const state = fold(runId, eventsOf(await stream));
    expect(state.boundsHit.map(({ bound }) => bound)).toEqual(['maxCostUsd']);
    expect(state).toMatchObject({ status: 'finished', final: { answerId: 'A.1', presented: false } });
  });

  test('what a stopped run had streamed is counted, its request included', async () => {
    const backend = createScriptedBackend({ script: () => ({ text: ENDLESS, tokenMs: 1 }) });
    const runId = await begin(backend, { agents: 1 });
    const stream = streamText(engine, runId);
    await untilEvent(engine, runId, (event) => event.type === 'final.delta');
    expect(await engine.control(runId, { type: 'stop' })).toEqual({ ok: true });
    const { usage, usageBy } = fold(runId, eventsOf(await stream));
    expect(usage.estimatedTokens).toBe(usage.inputTokens + usage.outputTokens);
    expect(usage.inputTokens).toBeGreaterThan(10);
    expect(usage.outputTokens).toBeGreaterThan(0);
    expect(usageBy).toMatchObject([{ slot: 'A', phase: 'presentation', requests: 1 }]);
  });
});
