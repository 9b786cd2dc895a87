import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { getDb } from '@/db/client';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import { type Doubles, startDoubles } from '@/e2e/doubles/start-doubles';
import { backendFor } from '@/lib/agents/registry';
import { SERVER_DIALECTS } from '@/lib/agents/testing/server-dialects';
import { type DialectServer, startDialectServer } from '@/lib/agents/testing/start-dialect-server';
import { fold } from '@/lib/protocol/fold';
import { seedPerson, seedRun } from '../engine/testing/seed-run';
import { createTestEngine, eventsOf, streamText, type TestEngine } from '../engine/testing/test-engine';
import { storedTeam, testTeam } from '../engine/testing/test-team';

const [kind = 'pglite'] = testDatabaseKinds();

describe('teams on servers that refuse ways of asking', () => {
  useTestDatabase(kind);
  let db: Db;
  let doubles: Doubles;
  let servers: DialectServer;
  let engine: TestEngine;

  beforeAll(async () => {
    db = await getDb();
    doubles = await startDoubles();
    servers = await startDialectServer(doubles.origin);
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', [doubles.origin, new URL(servers.baseUrl('x')).origin].join());
    engine = createTestEngine(db, [], {
      backendFor,
      resolveCredentials: async (_run, { baseUrl }) => ({ apiKey: 'k', baseUrl }),
    });
    await engine.start();
  });
  afterAll(async () => {
    await engine.stop();
    await servers.close();
    await doubles.close();
    vi.unstubAllEnvs();
  });
  afterEach(() => expect(engine.reports).toEqual([]));

  async function play(name: string) {
    const dialect = SERVER_DIALECTS.find((candidate) => candidate.name === name);
    const { backend: type = 'openai_compatible', model = 'team-b@0x3', params = {} } = dialect ?? {};
    const team = testTeam({ agents: 2 });
    const healthy = { type: 'openai_compatible', model: 'team-a@0x3', baseUrl: `${doubles.origin}/v1`, params: {} };
    const refusing = { type, model, baseUrl: servers.baseUrl(name), params };
    const agents = team.agents.map((agent, index) => ({ ...agent, backend: index === 0 ? healthy : refusing }));
    const { runId } = await seedRun(await seedPerson(), storedTeam({ ...team, agents }), {
      input: `Question for ${name}`,
    });
    engine.submitted();
    const events = eventsOf(await streamText(engine, runId));
    return { events, state: fold(runId, events) };
  }

  test.each(SERVER_DIALECTS)('$name: both publish and vote, and nobody fails', async ({ name }) => {
    const { events, state } = await play(name);
    expect(events.filter(({ type }) => type === 'agent.failed' || type === 'agent.quarantined')).toEqual([]);
    expect(new Set(state.answers.map(({ slot }) => slot))).toEqual(new Set(['A', 'B']));
    expect(new Set(state.votes.filter(({ voidBecause }) => !voidBecause).map(({ slot }) => slot))).toEqual(
      new Set(['A', 'B']),
    );
    expect(state.status).toBe('finished');
    // The double was worth its name, and the card says what happened.
    const refusals = servers.refusals(name);
    expect(refusals).toBeGreaterThan(0);
    const told = events.filter((event) => event.type === 'agent.adapted' && event.slot === 'B');
    expect(told.length).toBeGreaterThan(0);

    const again = await play(name);
    expect(again.state.status).toBe('finished');
    expect(servers.refusals(name), 'what was learned is remembered').toBe(refusals);
  });
});
