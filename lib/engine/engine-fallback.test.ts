import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import { BackendError, type BackendErrorCode } from '@/lib/agents/backend-error';
import { fold } from '@/lib/protocol/fold';
import type { Team } from '@/lib/protocol/team';
import { createScriptedBackend, type ScriptedBackend } from './testing/scripted-backend';
import { seedPerson, seedRun } from './testing/seed-run';
import { teamScript } from './testing/team-script';
import { createTestEngine, eventsOf, streamText, type TestEngine } from './testing/test-engine';
import { storedTeam, testTeam } from './testing/test-team';

const AGAIN: BackendErrorCode[] = ['rate_limited', 'overloaded', 'network', 'protocol', 'timeout'];
const NEVER: BackendErrorCode[] = ['auth', 'quota', 'context_too_long', 'content_refused', 'bad_request'];

/** Agent A begins on `first`; the others, and A’s fallbacks in this order, are other types. */
function teamWith(first: string, fallbacks: string[], canCallTools = true): Team {
  const team = testTeam({ agents: 2, backends: [first] });
  const [a, ...rest] = team.agents;
  if (!a) throw new Error('The team is empty.');
  const choice = (type: string) => ({ backend: { ...a.backend, type }, canCallTools });
  return { ...team, agents: [{ ...a, fallbacks: fallbacks.map(choice) }, ...rest] };
}

describe('a slot whose backend fails', () => {
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

  async function run(current: TestEngine, team: Team) {
    const { runId } = await seedRun(await seedPerson(), storedTeam(team));
    current.submitted();
    const events = eventsOf(await streamText(current, runId));
    return { events, state: fold(runId, events) };
  }

  const failing = (code: BackendErrorCode, retryAfterMs: number | null = null) =>
    createScriptedBackend({
      type: code,
      script: () => ({
        text: ['half ', 'a thought'],
        error: new BackendError(code, `It is ${code}.`, { retryAfterMs }),
      }),
    });

  test('P15: goes on with its fallback: at once or after its retries, by the kind of the failure', async () => {
    const broken = [...AGAIN, ...NEVER].map((code) => failing(code));
    const spare = createScriptedBackend({ type: 'spare', script: teamScript(3) });
    const current = await open([...broken, spare, createScriptedBackend({ script: teamScript(3) })]);
    const all = await Promise.all(broken.map(({ type }) => run(current, teamWith(type, ['spare']))));
    for (const [index, { events, state }] of all.entries()) {
      const backend = broken[index];
      const code = backend?.type as BackendErrorCode;
      expect(state.status, code).toBe('finished');
      expect(backend?.calls, code).toHaveLength(AGAIN.includes(code) ? 3 : 1);
      expect(
        events.filter((event) => event.type === 'agent.switched'),
        code,
      ).toMatchObject([{ slot: 'A', from: { type: code }, to: { type: 'spare' }, because: `It is ${code}.` }]);
      expect(
        events.some((event) => event.type === 'agent.quarantined'),
        code,
      ).toBe(false);
      expect(
        events.some((event) => event.type === 'vote.cast' && event.slot === 'A'),
        code,
      ).toBe(true);
    }
  });

  test('P15: waits as long as the provider asks before it tries again', async () => {
    let asked = 0;
    const usual = teamScript(2);
    const limited = createScriptedBackend({
      type: 'limited',
      script: (call) => {
        asked += 1;
        if (asked === 1) return { error: new BackendError('rate_limited', 'Slowly.', { retryAfterMs: 700 }) };
        return usual(call);
      },
    });
    const current = await open([limited, createScriptedBackend({ script: teamScript(2) })]);
    const { events, state } = await run(current, teamWith('limited', ['never']));
    expect(state.status).toBe('finished');
    const failed = events.find((event) => event.type === 'agent.failed');
    const again = events.find(
      (event) => event.type === 'agent.started' && event.slot === 'A' && event.seq > (failed?.seq ?? 0),
    );
    expect(failed).toMatchObject({ retryAfterMs: 700, retryable: true });
    expect(Date.parse(again?.at ?? '') - Date.parse(failed?.at ?? '')).toBeGreaterThanOrEqual(690);
    expect(events.some((event) => event.type === 'agent.switched')).toBe(false);
  });

  test('P15: carries its context over to a backend of another kind, and out when none is left', async () => {
    const first = createScriptedBackend({
      type: 'first',
      script: (call) =>
        call.tools.some(({ name }) => name === 'vote')
          ? { error: new BackendError('quota', 'Nothing left.') }
          : { tools: [{ tool: 'new_answer', arguments: { content: 'A published this before.' } }] },
    });
    const textual = createScriptedBackend({
      type: 'textual',
      tools: false,
      script: () => ({ error: new BackendError('auth', 'No key.') }),
    });
    const current = await open([first, textual, createScriptedBackend({ script: teamScript(2) })]);
    const { events, state } = await run(current, teamWith('first', ['textual'], false));
    expect(state.status).toBe('finished');
    expect(events.find((event) => event.type === 'agent.quarantined')).toMatchObject({
      slot: 'A',
      error: { code: 'auth' },
    });
    expect(textual.calls).toHaveLength(1);
    const request = JSON.stringify(textual.calls[0]?.messages);
    expect(request).toContain('A published this before.');
    expect(textual.calls[0]?.tools).toEqual([]);
    expect(state.answers.map(({ slot }) => slot)).toContain('A');
  });
});
