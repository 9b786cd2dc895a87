import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import type { Db } from '@/db/types/database';
import { BackendError } from '@/lib/agents/backend-error';
import { fold } from '@/lib/protocol/fold';
import { textsOf } from '@/lib/protocol/prompt-message';
import { createScriptedBackend, type ScriptedBackend } from './testing/scripted-backend';
import { seedPerson, seedRun } from './testing/seed-run';
import { ballotOf, teamScript } from './testing/team-script';
import { createTestEngine, eventsOf, streamText, type TestEngine, untilEvent } from './testing/test-engine';
import { storedTeam, type TestTeamOptions, testTeam } from './testing/test-team';

const WORDS = ['one ', 'two ', 'three '];

describe.each(testDatabaseKinds())('the engine on %s', (kind) => {
  useTestDatabase(kind);
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

  async function begin(backends: ScriptedBackend[], team: TestTeamOptions = {}) {
    engine = createTestEngine(db, backends);
    await engine.start();
    const person = await seedPerson();
    const seeded = await seedRun(person, storedTeam(testTeam(team)));
    engine.submitted();
    return { engine, ...seeded };
  }

  async function finish(current: TestEngine, runId: string) {
    const events = eventsOf(await streamText(current, runId));
    expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1));
    expect(events.filter((event) => /^run\.(finished|stopped|failed)$/.test(event.type))).toHaveLength(1);
    return { events, state: fold(runId, events) };
  }

  test('a turn with a refined answer and a voided vote ends with the presented answer, stored everywhere', async () => {
    const calls = new Map<string, number>();
    const voted = Promise.withResolvers<void>();
    const backend = createScriptedBackend({
      script: async (call) => {
        if (call.toolChoice === 'none') return { text: ['The ', 'final ', 'answer.'] };
        const nth = (calls.get(call.slot) ?? 0) + 1;
        calls.set(call.slot, nth);
        const ballot = ballotOf(call);
        const publish = (content: string) => ({
          reasoning: ['Hm.'],
          text: WORDS,
          tools: [{ tool: 'new_answer', arguments: { content } }],
        });
        if (call.slot === 'C' && nth === 1) await voted.promise;
        if (nth === 1) return publish(`First of ${call.slot}`);
        if (call.slot === 'A' && ballot.includes('C.1') && !ballot.includes('A.2')) return publish('Second of A');
        const choice = ballot.find((id) => id === 'A.2') ?? ballot.find((id) => id === 'B.1') ?? ballot[0];
        return { text: WORDS, tools: [{ tool: 'vote', arguments: { answer_id: choice, reason: 'Best.' } }] };
      },
    });
    const { engine, runId, answerMessageId } = await begin([backend]);
    void untilEvent(engine, runId, (event) => event.type === 'vote.cast' && event.slot === 'A').then(() =>
      voted.resolve(),
    );
    const { events, state } = await finish(engine, runId);
    expect(state.status).toBe('finished');
    expect(state.final).toEqual({ text: 'The final answer.', answerId: 'A.2', presented: true });
    expect(state.answers.map(({ answerId }) => answerId)).toEqual(['A.1', 'B.1', 'C.1', 'A.2']);
    expect(events.some((event) => event.type === 'vote.voided' && event.slot === 'A')).toBe(true);
    expect(
      events
        .filter((event) => event.type === 'final.delta')
        .map((event) => event.type === 'final.delta' && event.text)
        .join(''),
    ).toBe('The final answer.');
    const { rows } = await db.execute(
      sql`select r.status, r.result->>'final' as final, m.parts->0->>'text' as text from run r join message m on m.id = r.answer_message_id where r.id = ${runId}`,
    );
    expect(rows).toEqual([{ status: 'finished', final: 'The final answer.', text: 'The final answer.' }]);
    expect(answerMessageId).toBeTruthy();
  });

  test('a team of one presents without voting', async () => {
    const { engine, runId } = await begin([createScriptedBackend({ script: () => ({ text: WORDS }) })], { agents: 1 });
    const { state } = await finish(engine, runId);
    expect(state).toMatchObject({
      status: 'finished',
      votes: [],
      final: { text: 'one two three', answerId: 'A.1', presented: true },
    });
  });

  test('a model without tools acts by the text fallback', async () => {
    const asked = new Set<string>();
    const backend = createScriptedBackend({
      tools: false,
      script: (call) => {
        const last = call.messages.at(-1);
        const told = last?.role === 'user' ? textsOf(last.parts).join('\n') : '';
        if (told.includes('Write the final answer')) return { text: WORDS };
        const [choice] = [...told.matchAll(/<answer id="([^"]+)"/g)].map((match) => match[1]);
        const action = asked.has(call.slot)
          ? { tool: 'vote', arguments: { answer_id: choice, reason: 'Best.' } }
          : { tool: 'new_answer', arguments: { content: `Answer of ${call.slot}` } };
        if (asked.has(call.slot) && !choice) return { text: ['I wait.'] };
        asked.add(call.slot);
        return { text: ['I act.\n```json\n', JSON.stringify(action), '\n```'] };
      },
    });
    const { engine, runId } = await begin([backend], { canCallTools: false });
    const { state } = await finish(engine, runId);
    expect(state.status).toBe('finished');
    expect(state.answers).toHaveLength(3);
  });

  test('an agent that never calls a tool fails, the others finish', async () => {
    const good = teamScript(2);
    const backend = createScriptedBackend({
      script: (call) => (call.slot === 'B' && call.toolChoice !== 'none' ? { text: ['No.'] } : good(call)),
    });
    const { engine, runId } = await begin([backend]);
    const { state } = await finish(engine, runId);
    expect(state.status).toBe('finished');
    expect(state.slots.find(({ slot }) => slot === 'B')).toMatchObject({
      out: 'quarantined',
      lastError: { code: 'no_action' },
    });
  });

  test('an agent that publishes for ever is bounded', async () => {
    const good = teamScript(2);
    let versions = 0;
    const backend = createScriptedBackend({
      script: (call) => {
        const canPublish = call.tools.some(({ name }) => name === 'new_answer');
        if (call.slot !== 'A' || call.toolChoice === 'none' || !canPublish) return good(call);
        versions += 1;
        return {
          text: ['More.'],
          tools: [{ tool: 'new_answer', arguments: { content: `Version ${versions} of many` } }],
        };
      },
    });
    const { engine, runId } = await begin([backend], { agents: 2 });
    const { state } = await finish(engine, runId);
    expect(state.status).toBe('finished');
    expect(state.answers.filter(({ slot }) => slot === 'A')).toHaveLength(3);
  });

  test('a fatal error of one agent does not stop the others; errors of all are named in the end', async () => {
    const good = teamScript(2);
    const bad = createScriptedBackend({
      type: 'bad',
      script: () => ({ error: new BackendError('auth', 'The key is wrong.') }),
    });
    const some = await begin([createScriptedBackend({ script: good }), bad], {
      backends: ['scripted', 'bad', 'scripted'],
    });
    const { state } = await finish(some.engine, some.runId);
    expect(state.status).toBe('finished');
    expect(state.slots[1]).toMatchObject({ out: 'quarantined', lastError: { code: 'auth' } });
    await some.engine.stop();
    const all = await begin([bad], { agents: 2, backends: ['bad', 'bad'] });
    const failed = await finish(all.engine, all.runId);
    expect(failed.state.status).toBe('failed');
    expect(failed.state.error?.message).toContain('The key is wrong.');
  });

  test('a stream that is cut is tried again', async () => {
    const good = teamScript(2);
    let cuts = 0;
    const backend = createScriptedBackend({
      script: (call) => (call.slot === 'A' && cuts++ === 0 ? { text: ['Lost '], cut: true } : good(call)),
    });
    const { engine, runId } = await begin([backend], { agents: 2 });
    const { state, events } = await finish(engine, runId);
    expect(state.status).toBe('finished');
    expect(events.some((event) => event.type === 'agent.failed' && event.error.code === 'protocol')).toBe(true);
    expect(state.answers.map(({ slot }) => slot).sort()).toEqual(['A', 'B']);
  });

  test('silence ends by the idle bound', async () => {
    const good = teamScript(2);
    const backend = createScriptedBackend({
      script: (call) => (call.slot === 'A' && call.toolChoice !== 'none' ? { text: ['Hm'], silent: true } : good(call)),
    });
    const { engine, runId } = await begin([backend], { agents: 2, limits: { idleSeconds: 0.05 } });
    const { state } = await finish(engine, runId);
    expect(state.status).toBe('finished');
    expect(state.boundsHit.map(({ bound }) => bound)).toContain('idleSeconds');
    expect(state.slots[0]?.out).toBe('quarantined');
  });

  test('the time of the turn ends coordination and then the presentation', async () => {
    const good = teamScript(2);
    const backend = createScriptedBackend({
      script: (call) => (call.slot === 'A' && call.toolChoice !== 'none' ? good(call) : { text: ['Hm'], silent: true }),
    });
    const { engine, runId } = await begin([backend], {
      agents: 2,
      coordination: { presenter: 'B' },
      limits: { turnSeconds: 0.4 },
    });
    const { state } = await finish(engine, runId);
    expect(state).toMatchObject({ status: 'finished', final: { answerId: 'A.1', presented: false } });
    expect(state.boundsHit.map(({ bound }) => bound)).toEqual(['turnSeconds', 'turnSeconds']);
  });

  test('text that a JSON column cannot hold does no harm', async () => {
    const { engine, runId } = await begin(
      [createScriptedBackend({ script: () => ({ text: ['a\0b', '\ud800', 'c'] }) })],
      { agents: 1 },
    );
    const { state } = await finish(engine, runId);
    expect(state.final?.text).toContain('a\0b');
    const { rows } = await db.execute(sql`select result->>'final' as final from run where id = ${runId}`);
    expect(rows).toEqual([{ final: 'ab\ufffdc' }]);
  });
});
