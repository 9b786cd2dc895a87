import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import type { AgentCall } from '@/lib/agents/backend';
import { fold } from '@/lib/protocol/fold';
import { createScriptedBackend, type ScriptedBackend } from '../testing/scripted-backend';
import { seedHistory } from '../testing/seed-history';
import { seedPerson, seedRun } from '../testing/seed-run';
import { teamScript } from '../testing/team-script';
import { createTestEngine, eventsOf, streamText, type TestEngine, untilEvent } from '../testing/test-engine';
import { storedTeam, testTeam } from '../testing/test-team';

const asksForSummary = (call: AgentCall) => JSON.stringify(call.messages).includes('You condense the beginning');
const said = (turn: number, role: string) => `${role} ${turn} said this. ${'and more of it, '.repeat(60)}`;

describe('the summary of earlier turns', () => {
  useTestDatabase();
  let db: Db;
  let engine: TestEngine | null = null;

  beforeAll(async () => {
    db = await getDb();
  });
  afterEach(async () => {
    await engine?.stop();
    expect(engine?.reports).toEqual([]);
    engine = null;
  });

  async function open(backends: ScriptedBackend[]): Promise<TestEngine> {
    engine = createTestEngine(db, backends);
    await engine.start();
    return engine;
  }

  async function seed(backends: string[] = []) {
    const seeded = await seedRun(await seedPerson(), storedTeam(testTeam({ agents: 2, backends })));
    await seedHistory(db, seeded, 60, said);
    return seeded;
  }

  test('is made by the cheapest model of the team, whoever needs it', async () => {
    const priced = (type: string, price: number, contextWindow: number) => {
      const act = teamScript(5);
      const script = (call: AgentCall) => (asksForSummary(call) ? { text: [`By ${type}.`] } : act(call));
      return Object.assign(createScriptedBackend({ type, contextWindow, script }), { price: () => price });
    };
    const dear = priced('dear', 9, 8_192);
    const cheap = priced('cheap', 1, 200_000);
    const { runId } = await seed(['dear', 'cheap']);
    const events = eventsOf(await streamText(await open([dear, cheap]), runId));
    expect(events.filter(({ type }) => type === 'history.summarised')).toMatchObject([
      { slot: 'A', by: { type: 'cheap', model: 'scripted' }, text: 'By cheap.' },
    ]);
    expect(dear.calls.some(asksForSummary)).toBe(false);
    const { usageBy } = fold(runId, events);
    expect(usageBy.find(({ slot, backend }) => slot === 'A' && backend === 'cheap')).toMatchObject({ costUsd: 1 });
  });

  test.each(['cannot', 'fails'])('is made by rule where a model %s', async (kind) => {
    const act = teamScript(5);
    const script = (call: AgentCall) => (asksForSummary(call) ? { text: ['half'], cut: true } : act(call));
    const model = Object.assign(createScriptedBackend({ contextWindow: 8_192, script }), {
      canSummarise: kind !== 'cannot',
    });
    const { runId } = await seed();
    const events = eventsOf(await streamText(await open([model]), runId));
    expect(model.calls.some(asksForSummary)).toBe(kind === 'fails');
    expect(events.find(({ type }) => type === 'history.summarised')).toMatchObject({
      by: null,
      text: expect.stringMatching(
        /^Turn 1: asked “user 1 said this\. .*”, answered “assistant 1 said this\.[\s\S]*Turn \d+:/,
      ),
    });
    expect(fold(runId, events).status).toBe('finished');
  });

  test('is made once: after a crash the run goes on with the one in its log', async () => {
    let hangs = true;
    const act = teamScript(5);
    const script = (call: AgentCall) =>
      asksForSummary(call) ? { text: ['The gist.'] } : hangs ? { silent: true } : act(call);
    const model = createScriptedBackend({ contextWindow: 8_192, script });
    const { runId } = await seed();
    const first = await open([model]);
    await untilEvent(first, runId, ({ type }) => type === 'context.condensed');
    await first.abandon();
    hangs = false;
    const asked = model.calls.filter(asksForSummary).length;
    const events = eventsOf(await streamText(await open([model]), runId));
    expect(fold(runId, events).status).toBe('finished');
    expect(events.some(({ type }) => type === 'run.resumed')).toBe(true);
    expect(model.calls.filter(asksForSummary)).toHaveLength(asked);
    expect(events.filter(({ type }) => type === 'history.summarised')).toHaveLength(1);
    expect(JSON.stringify(model.calls.at(-1)?.messages)).toContain('The gist.');
  });
});
