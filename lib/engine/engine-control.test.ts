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

describe.each(testDatabaseKinds())('people control a run on %s', (kind) => {
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

  async function begin(backend: ScriptedBackend, team: TestTeamOptions = {}) {
    engine = createTestEngine(db, [backend]);
    await engine.start();
    const { runId } = await seedRun(await seedPerson(), storedTeam(testTeam(team)));
    engine.submitted();
    return runId;
  }

  async function finish(runId: string) {
    const events = eventsOf(await streamText(engine, runId));
    expect(events.filter((event) => /^run\.(finished|stopped|failed)$/.test(event.type))).toHaveLength(1);
    return { events, state: fold(runId, events) };
  }

  test('stop: no token 25 ms after the request, what exists is kept, nothing can follow', async () => {
    const answer = teamScript(2);
    const asked = new Set<string>();
    const backend = createScriptedBackend({
      script: (call) => {
        if (call.slot === 'A' && !asked.has('A')) {
          asked.add('A');
          return answer(call);
        }
        return { text: ENDLESS, tokenMs: 1 };
      },
    });
    const runId = await begin(backend);
    const stream = streamText(engine, runId);
    await untilEvent(engine, runId, (event) => event.type === 'answer.posted');
    await untilEvent(engine, runId, (event) => event.type === 'agent.delta' && event.slot === 'B');
    const asked25 = performance.now();
    expect(await engine.control(runId, { type: 'stop' })).toEqual({ ok: true });
    await stream;
    expect(backend.produced.lastAt - asked25).toBeLessThan(25);
    const { state } = await finish(runId);
    expect(state).toMatchObject({ status: 'stopped', final: { answerId: 'A.1' } });
    const before = await streamText(engine, runId);
    const reply = await engine.control(runId, { type: 'stop' });
    expect(reply.ok).toBe(false);
    expect(await streamText(engine, runId)).toBe(before);
  });

  test('stop of one slot: it is out, its answer stays, the others go on', async () => {
    const answer = teamScript(2);
    const backend = createScriptedBackend({
      script: (call) =>
        call.slot === 'B' && call.toolChoice !== 'none' ? { text: ENDLESS, tokenMs: 1 } : answer(call),
    });
    const runId = await begin(backend);
    await untilEvent(engine, runId, (event) => event.type === 'agent.delta' && event.slot === 'B');
    expect(await engine.control(runId, { type: 'stop', slot: 'Z' })).toMatchObject({ ok: false, code: 'invalid' });
    expect(await engine.control(runId, { type: 'stop', slot: 'B' })).toEqual({ ok: true });
    const { state } = await finish(runId);
    expect(state.status).toBe('finished');
    expect(state.slots[1]).toMatchObject({ out: 'stopped' });
  });

  test('answer now: the run goes on to its end with what exists', async () => {
    const answer = teamScript(2);
    const backend = createScriptedBackend({
      script: (call) =>
        call.slot === 'B' && call.tools.some(({ name }) => name === 'new_answer')
          ? { text: ENDLESS, tokenMs: 1 }
          : answer(call),
    });
    const runId = await begin(backend, { agents: 2 });
    await untilEvent(engine, runId, (event) => event.type === 'answer.posted');
    expect(await engine.control(runId, { type: 'answerNow' })).toEqual({ ok: true });
    const { state } = await finish(runId);
    expect(state).toMatchObject({ status: 'finished', final: { answerId: 'A.1', presented: true } });
  });

  test('steer: the very next request of the slot contains it', async () => {
    const answer = teamScript(2);
    let first = true;
    const backend = createScriptedBackend({
      script: (call) => {
        if (call.slot !== 'B' || !first) return answer(call);
        first = false;
        return { text: ENDLESS, tokenMs: 1 };
      },
    });
    const runId = await begin(backend, { agents: 2 });
    await untilEvent(engine, runId, (event) => event.type === 'agent.delta' && event.slot === 'B');
    const before = backend.calls.filter(({ slot }) => slot === 'B').length;
    expect(await engine.control(runId, { type: 'steer', slot: 'B', text: 'Mind the budget of 5.' })).toEqual({
      ok: true,
    });
    const { state, events } = await finish(runId);
    expect(state.status).toBe('finished');
    const next = backend.calls.filter(({ slot }) => slot === 'B')[before];
    expect(JSON.stringify(next?.messages)).toContain('Mind the budget of 5.');
    const steer = events.find((event) => event.type === 'steer.received');
    expect(
      events.find((event) => event.type === 'context.delivered' && event.steerSeqs?.includes(steer?.seq ?? 0)),
    ).toBeDefined();
  });

  test('choose: a person overrules the vote; an unknown answer is refused', async () => {
    const answer = teamScript(2);
    const backend = createScriptedBackend({
      script: (call) => (call.slot === 'C' && call.tools.length > 0 ? { text: ENDLESS, tokenMs: 1 } : answer(call)),
    });
    const runId = await begin(backend);
    await untilEvent(engine, runId, (event) => event.type === 'answer.posted' && event.answerId === 'B.1');
    expect(await engine.control(runId, { type: 'choose', answerId: 'Q.9' })).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect(await engine.control(runId, { type: 'choose', answerId: 'B.1' })).toEqual({ ok: true });
    const { state } = await finish(runId);
    expect(state).toMatchObject({
      status: 'finished',
      winner: { answerId: 'B.1', rule: 'human' },
      final: { answerId: 'B.1' },
    });
  });

  test('a queued run can be stopped without having begun', async () => {
    engine = createTestEngine(db, [], { limits: { perUser: 0, perWorkspace: 0 } });
    await engine.start();
    const { runId } = await seedRun(await seedPerson(), storedTeam(testTeam()));
    const stream = streamText(engine, runId);
    expect(await engine.control(runId, { type: 'stop' })).toEqual({ ok: true });
    expect(eventsOf(await stream).map(({ type }) => type)).toEqual(['run.started', 'run.stopped']);
    const { rows } = await db.execute(sql`select status from run where id = ${runId}`);
    expect(rows).toEqual([{ status: 'stopped' }]);
  });

  test('runs beyond the limit wait and start when others end', async () => {
    const answer = teamScript(2);
    const gate = Promise.withResolvers<void>();
    const backend = createScriptedBackend({
      script: async (call) => {
        await gate.promise;
        return answer(call);
      },
    });
    engine = createTestEngine(db, [backend], { limits: { perUser: 2, perWorkspace: 100 } });
    await engine.start();
    const person = await seedPerson();
    const runs = [];
    for (let i = 0; i < 5; i++) runs.push(await seedRun(person, storedTeam(testTeam({ agents: 2 }))));
    engine.submitted();
    const count = async (status: string) =>
      (await db.execute(sql`select 1 from run where created_by = ${person.userId} and status = ${status}`)).rows.length;
    await expect.poll(() => count('running')).toBe(2);
    expect(await count('queued')).toBe(3);
    gate.resolve();
    await Promise.all(runs.map(({ runId }) => streamText(engine, runId)));
    await expect.poll(() => count('finished')).toBe(5);
  });

  test('two viewers and one who comes back get the same bytes', async () => {
    const backend = createScriptedBackend({ script: teamScript(50), tokenMs: 1 });
    const runId = await begin(backend);
    const [one, two] = await Promise.all([streamText(engine, runId), streamText(engine, runId)]);
    expect(one).toBe(two);
    const last = eventsOf(one).at(-1)?.seq ?? 0;
    for (const after of [1, Math.floor(last / 2), last - 1]) {
      const rest = await streamText(engine, runId, after);
      expect(one.endsWith(rest)).toBe(true);
      expect(eventsOf(rest)[0]?.seq).toBe(after + 1);
    }
  });
});
